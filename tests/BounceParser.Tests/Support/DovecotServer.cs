using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceParser.Tests.Cli;

namespace BounceParser.Tests.Support;

/// <summary>Debian's dovecot-imapd on loopback, with a configuration, one user and a Maildir of the test's own.</summary>
internal sealed class DovecotServer : IDisposable
{
    public const string User = "bounces";
    public const string Password = "correct-horse";

    private const int MostAttempts = 3;

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private DovecotServer()
    {
        (Port, TlsPort) = (FreePort(), FreePort());
        foreach (var folder in new[] { "cur", "new", "tmp" }) Directory.CreateDirectory(Path.Combine(Maildir, folder));
        WriteCertificate();
        var configuration = _folder.Write("dovecot.conf", Configuration());
        if (Environment.IsPrivilegedProcess) Process.Start("chown", ["-R", "nobody", _folder.Path]).WaitForExit();
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/dovecot", ["-F", "-c", configuration]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    public static bool IsInstalled => File.Exists("/usr/sbin/dovecot") && File.Exists("/usr/lib/dovecot/imap");

    /// <summary>Speaks plain IMAP, with STARTTLS on offer.</summary>
    public int Port { get; }

    /// <summary>Speaks IMAP over TLS from the first byte, with a certificate that nobody vouches for.</summary>
    public int TlsPort { get; }

    /// <summary>The user's mail; <c>.Name</c> below it is the folder <c>Name</c>.</summary>
    public string Maildir => _folder.In("Maildir");

    /// <summary>The certificate for <c>localhost</c>, which a client may be told to trust.</summary>
    public string Certificate => _folder.In("certificate.pem");

    /// <summary>A server that answers on both ports.</summary>
    public static async Task<DovecotServer> StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = new DovecotServer();
            try
            {
                foreach (var port in new[] { server.Port, server.TlsPort }) await server.AnswersAsync(port);
                if (!server._process.HasExited) return server;
            }
            catch (SocketException) when (attempt < MostAttempts)
            {
                // Somebody took the port between the choice and the start.
            }

            server.Dispose();
            if (attempt == MostAttempts) throw new InvalidOperationException("Dovecot does not start.");
        }
    }

    /// <summary>Delivers a message into the inbox, as an MTA does.</summary>
    public void Deliver(string name, byte[] message)
    {
        File.WriteAllBytes(Path.Combine(Maildir, "tmp", name), message);
        if (Environment.IsPrivilegedProcess) Process.Start("chown", ["nobody", Path.Combine(Maildir, "tmp", name)]).WaitForExit();
        File.Move(Path.Combine(Maildir, "tmp", name), Path.Combine(Maildir, "new", name));
    }

    public void Dispose()
    {
        if (!_process.HasExited) Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill();
        _process.Dispose();
        Forget();
    }

    // The process of a session outlives its parent by a moment, and still writes.
    private void Forget()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _folder.Dispose();
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                Thread.Sleep(100);
            }
        }
    }

    private async Task AnswersAsync(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (attempt < 100 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    // All in the foreground, nothing outside the folder; its own users are those of the test when it may not choose others.
    private string Configuration()
    {
        var me = Environment.UserName;
        var (mail, login, own) = Environment.IsPrivilegedProcess ? ("nobody", "dovenull", "dovecot") : (me, me, me);
        return $$"""
            protocols = imap
            listen = 127.0.0.1
            base_dir = {{_folder.In("run")}}
            state_dir = {{_folder.In("state")}}
            log_path = {{_folder.In("dovecot.log")}}
            default_login_user = {{login}}
            default_internal_user = {{own}}
            first_valid_uid = 1
            disable_plaintext_auth = no
            ssl = yes
            ssl_cert = <{{_folder.In("certificate.pem")}}
            ssl_key = <{{_folder.In("key.pem")}}
            mail_location = maildir:{{Maildir}}
            mail_plugins =
            passdb {
              driver = static
              args = password={{Password}} user={{User}}
            }
            userdb {
              driver = static
              args = uid={{mail}} gid=nogroup home={{_folder.Path}}
            }
            namespace inbox {
              inbox = yes
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = {{TlsPort}}
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }
            """;
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        _folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
