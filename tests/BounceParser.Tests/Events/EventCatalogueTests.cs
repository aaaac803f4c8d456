using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Events;

/// <summary>The tables of events: each line can be met and says something that there is, and each service is shown.</summary>
public sealed class EventCatalogueTests
{
    private static readonly EventCatalogue Names = EventCatalogue.BuiltIn;

    [Fact]
    public void Every_outcome_is_one() =>
        Names.Rows.Select(row => row.Outcome).Distinct().Should().BeSubsetOf(["", "delivered", "relayed", "delayed", "failed", "expired", "complaint", "none"]);

    [Fact]
    public void Every_line_says_something() => Names.Rows.Should().OnlyContain(row => row.Outcome.Length + row.Reason.Length > 0);

    [Fact]
    public void No_line_stands_twice() => Names.Rows.Select(row => row.Name).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_service_of_the_table_is_known_by_its_members() =>
        Names.Rows.Select(row => row.Service).Where(service => service != EventCatalogue.Any).Distinct().Should().BeEquivalentTo(Names.Services);

    [Fact]
    public void Every_event_is_looked_at() =>
        Names.Rows.Where(row => row.Value.Length == 0 || (row.Key != "event" && !Names.RowsOf(row.Key, row.Value).ToArray().Any(number => Names.Rows[number] == row))).Should().BeEmpty();

    [Fact]
    public void Lines_of_services_stand_before_those_of_all() =>
        Names.Rows.SkipWhile(row => row.Service != EventCatalogue.Any).Should().OnlyContain(row => row.Service == EventCatalogue.Any);

    [Fact]
    public void Every_situation_is_one_of_the_rules() =>
        EventTable.Rules.Where(rule => rule.Situation is not null).Select(rule => (rule.Reason, rule.Situation)).Distinct()
            .Should().BeSubsetOf(RuleCatalogue.BuiltIn.Rules.Select(rule => (rule.Reason, rule.Situation)));

    [Fact]
    public void Every_reason_of_the_table_is_read() => EventTable.Rules.Should().HaveCount(Names.Rows.Count(row => row.Reason.Length > 0));

    [Theory]
    [InlineData("UserUnknown,MailboxFull")]
    [InlineData("userUnknown")]
    [InlineData("1")]
    [InlineData("")]
    public void What_is_not_the_name_of_one_reason_is_refused_with_its_line(string reason) =>
        FluentActions.Invoking(() => EventTable.Read(new EventRow(7, EventCatalogue.Any, "event", "bounce", "failed", reason)))
            .Should().Throw<CatalogueException>().WithMessage($"Events.tsv(7): unknown reason '{reason}'");

    [Fact]
    public void Every_service_has_two_samples() =>
        Names.Services.Where(service => Directory.EnumerateFiles(Path.Combine(Repository.Corpus, service == "kumomta" ? "log-lines" : service), "*.expected.json").Count() < 2).Should().BeEmpty();
}
