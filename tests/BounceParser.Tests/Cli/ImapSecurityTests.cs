using BounceParser.Cli.Imap;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>Nobody on the way reads the password, and no stranger is given it.</summary>
public sealed class ImapSecurityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("imap.example.org")]
    [InlineData("192.0.2.1")]
    [InlineData("localhost.example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("10.0.0.1")]
    public async Task No_security_only_on_this_machine(string host)
    {
        var run = await ToolRun.Of(["imap", "--host", host, "--security", "none", "--user", "u", "-o", _folder.In("o")], "secret\n");
        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("--security none").And.Contain("starttls");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    [InlineData("localhost")]
    public void This_machine_is_known_by_its_name(string host) => ImapSecurity.IsLoopback(host).Should().BeTrue();

    [Fact]
    public async Task No_password_is_a_usage_error()
    {
        var run = await ToolRun.Of(["imap", "--host", "localhost", "--user", "u", "-o", _folder.In("o")]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(Password.Variable);
    }

    [Theory]
    [InlineData("--apply", "--move-to", "--apply")]
    [InlineData("--folder", "--move-to", "--move-to", "A", "--folder", "A")]
    [InlineData("--port", "65535", "--port", "70000")]
    [InlineData("--security", "starttls", "--security", "ssl")]
    public async Task Wrong_options_are_named_with_their_fix(string option, string fix, params string[] arguments)
    {
        var run = await ToolRun.Of(["imap", "--host", "localhost", "--user", "u", "-o", _folder.In("o"), .. arguments], "secret\n");
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(option).And.Contain(fix);
    }

    [DovecotTheory]
    [InlineData("tls")]
    [InlineData("starttls")]
    public async Task Certificate_that_nobody_vouches_for_is_refused(string security)
    {
        using var server = await DovecotServer.StartAsync();
        var run = await ToolRun.Of(Arguments(server, security), "", Login);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("no secure connection");
        File.Exists(_folder.In("o")).Should().BeFalse();
    }

    [DovecotTheory]
    [InlineData("tls")]
    [InlineData("starttls")]
    public async Task Trusted_certificate_is_accepted(string security)
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(2);
        using var tool = ToolProcess.Start([Login, ("SSL_CERT_FILE", server.Certificate)], Arguments(server, security));
        (await tool.StandardError.ReadToEndAsync()).Should().Be("2 read, 0 were there already\n");
        await tool.WaitForExitAsync();
        tool.ExitCode.Should().Be(0);
    }

    private static (string, string) Login => (Password.Variable, DovecotServer.Password);

    private string[] Arguments(DovecotServer server, string security) =>
        ["imap", "--host", "localhost", "--port", $"{(security == "tls" ? server.TlsPort : server.Port)}", "--security", security, "--user", DovecotServer.User, "-o", _folder.In("o")];
}
