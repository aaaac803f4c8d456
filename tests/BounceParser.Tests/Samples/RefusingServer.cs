using System.Net;
using System.Net.Sockets;

namespace BounceParser.Tests.Samples;

/// <summary>An SMTP server on loopback that refuses one command with words of the test.</summary>
internal sealed class RefusingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _refused;
    private readonly string _reply;

    public RefusingServer(string refused, string reply)
    {
        (_refused, _reply) = (refused, reply);
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mx.dest.example ESMTP");
        while (await reader.ReadLineAsync() is { } command)
        {
            if (command.StartsWith(_refused, StringComparison.OrdinalIgnoreCase)) await writer.WriteLineAsync(_reply);
            else if (command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase)) await writer.WriteLineAsync("354 go on");
            else if (command.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) await writer.WriteLineAsync("221 bye");
            else await writer.WriteLineAsync("250 ok");
        }
    }
}
