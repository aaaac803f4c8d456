using System.Net;
using System.Net.Sockets;

namespace BounceParser.Tests.Support;

/// <summary>Stands before a server and hangs up, without a word, after so many bytes from it.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly int _most;

    public CuttingProxy(int serverPort, int most)
    {
        (_serverPort, _most) = (serverPort, most);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _serverPort);
            _ = client.GetStream().CopyToAsync(server.GetStream());
            await AnswersAsync(server.GetStream(), client.GetStream());
        }
    }

    private async Task AnswersAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[1024];
        for (var left = _most; left > 0;)
        {
            var read = await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, left)));
            if (read == 0) return;
            await to.WriteAsync(buffer.AsMemory(0, read));
            left -= read;
        }
    }
}
