using System.Text.Json;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>The sender's own service: its schema, its example, and files that are none.</summary>
public sealed class ServiceFileTests : IDisposable
{
    private const string Relay = "Sorry, that domain isn't allowed to be relayed thru this MTA";
    private static readonly string Example = Path.Combine(Repository.Root, "src", "Samples", "service.json");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Schema_has_the_members_of_a_service()
    {
        var schema = JsonDocument.Parse((await ToolRun.Of(["schema", "service"])).Out).RootElement;
        schema.GetProperty("properties").EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo(typeof(SendingService).GetProperties().Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name)));
    }

    [Fact]
    public async Task Example_gives_every_value_and_the_steps_say_them()
    {
        var schema = JsonDocument.Parse((await ToolRun.Of(["schema", "service"])).Out).RootElement;
        JsonDocument.Parse(await File.ReadAllTextAsync(Example)).RootElement.EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo(schema.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        (await Explain(Relay, Example)).Out.Should().ContainAll("smtp.example.net", "587", "STARTTLS", "user%domain", "60\u00A0minutes", "support@example.net");
        (await Explain("Sorry, I wasn't able to establish an SMTP connection. (#4.4.1) I'm not going to try again; this message has been in the queue too long.", Example)).Out
            .Should().Contain("24\u00A0hours");
        (await Explain("Votre serveur a mis fin à la connexion de manière inattendue", Example)).Out.Should().Contain("5\u00A0minutes").And.Contain("mail.example.net");
    }

    [Theory]
    [InlineData("nonsense", "service.json(1): is no JSON")]
    [InlineData("{\n\"host\": }", "service.json(2): is no JSON")]
    [InlineData("[]", "no object")]
    [InlineData("null", "no object")]
    [InlineData("{\"host\":5}", "host")]
    [InlineData("{\"hots\":\"x\"}", "no member hots. There are: host, ")]
    [InlineData("{\"port\":\"x\"}", "port has another kind of value")]
    [InlineData("{\"port\":99999}", "port")]
    [InlineData("{\"port\":0}", "port")]
    [InlineData("{\"popBeforeSmtpMinutes\":-1}", "popBeforeSmtpMinutes")]
    [InlineData("{\"pollingMinutes\":0}", "pollingMinutes")]
    [InlineData("{\"sizeLimit\":-5}", "sizeLimit")]
    [InlineData("{\"queueLifetime\":\"24h\"}", "queueLifetime")]
    [InlineData("{\"queueLifetime\":\"-PT1H\"}", "queueLifetime")]
    public async Task File_that_describes_no_service_is_told_and_exits_2(string json, string told)
    {
        var run = await Explain(Relay, _folder.Write("service.json", json));
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("service.json").And.Contain(told).And.NotContainAny("System.", "LineNumber", "SendingService");
        run.Out.Should().BeEmpty();
    }

    private static Task<ToolRun> Explain(string text, string service) => ToolRun.Of(["explain", text, "--lang", "en", "--service", service]);
}
