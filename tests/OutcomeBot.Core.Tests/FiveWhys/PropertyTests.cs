using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>Whatever people do, in whatever order.</summary>
public sealed class PropertyTests
{
    private static readonly FiveWhysPractice s_practice = new();
    private static readonly Person[] s_people = [Ana, Ben, Chen, Dana];
    private static readonly string[] s_texts =
    [
        "Work waits for release", "Planning has no owner and budgets are fixed once a year", "R&D is too slow", "", "Dates were believed", "<b>@all</b> `x`", "Ünïcödé 🚀 überall",
    ];

    private static readonly Gen<ImmutableArray<(int Kind, int Who, int Where, int What)>> s_deeds =
        Gen.Select(Gen.Int[0, 25], Gen.Int[0, 3], Gen.Int[0, 11], Gen.Int[0, 1000]).Array[1, 60].Select(deeds => deeds.ToImmutableArray());

    [Fact]
    public void Folding_the_changes_gives_the_state() => s_deeds.Sample(deeds =>
    {
        var changes = ImmutableArray<Change>.Empty;
        foreach (var (_, after, happened) in Lived(deeds))
        {
            changes = changes.AddRange(happened);
            Assert.Equal(Text(after), Text(s_practice.Fold(null, changes)));
            Assert.Equal(Text(after), Text(s_practice.ReadState(Text(after))));
            Assert.Equal(s_practice.WriteChanges(happened), s_practice.WriteChanges(s_practice.ReadChanges(s_practice.WriteChanges(happened))));
        }
    }, iter: 100);

    [Fact]
    public void The_read_back_lists_every_link_once_from_leaf_to_problem() => s_deeds.Sample(deeds =>
    {
        foreach (var (_, after, _) in Lived(deeds))
        {
            var tree = after.Known!;
            var chains = ReadBack.Of(tree);
            Assert.Equal(tree.Causes.Where(tree.IsAlive).Select(cause => cause.Id).Order(), chains.SelectMany(chain => chain.Causes).Select(cause => cause.Id).Order());
            var said = new HashSet<string>();
            foreach (var chain in chains)
            {
                Assert.Contains(chain.Causes[0], tree.Leaves());
                for (var at = 1; at < chain.Causes.Length; at++) Assert.Equal(chain.Causes[at - 1].Parent, chain.Causes[at].Id);
                Assert.True(chain.LeadsTo is null || said.Contains(chain.LeadsTo));
                said.UnionWith(chain.Causes.Select(cause => cause.Id));
            }
        }
    }, iter: 100);

    [Fact]
    public void An_undo_restores_what_was() => s_deeds.Sample(deeds =>
    {
        foreach (var (before, after, changes) in Lived(deeds))
        {
            if (changes is [Nudged or MeasureNudged] || after is not Open(var tree) || tree.Last.Before is null || before is not Open(var was)) continue;
            var undone = Assert.IsType<Accepted>(FiveWhysRules.Decide(after, new Undo { By = tree.Last.By, At = Start }));
            Assert.Equal(Essence(was), Essence(((Open)s_practice.Fold(after, undone.Changes)).Tree));
        }
    }, iter: 100);

    [Fact]
    public void An_exported_analysis_is_imported_as_it_was() => s_deeds.Sample(deeds =>
    {
        var (_, after, _) = Lived(deeds).Last();
        var subject = new Subject(Workspace, "why", "s1");
        var page = new Page { Subject = subject, Version = 1, Place = new Place(Workspace, "C1", "t1"), State = after, OpenedAt = Start, ChangedAt = Start };
        var export = s_practice.Take(subject, page, new Pressed(subject.Press("export")) { Delivery = "d", Place = page.Place, By = Ana, At = Start }, Readings.Empty);
        var file = export.Replies.OfType<Attach>().Single().Files[1].Text;
        var import = s_practice.Take(subject with { Id = "s2" }, null, new Filled(new Press("why", null, "import"), FormValues.Of(("file", file))) { Delivery = "e", Place = page.Place.Root, By = Ben, At = Start, Door = OpenDoor.FieldErrors }, Readings.Empty);
        Assert.True(import.Changes.Length == 1, import.Replies.OfType<Wrong>().FirstOrDefault()?.Fields.Values.First());
        Assert.Equal(Text(after), Text(s_practice.Fold(null, import.Changes)));
    }, iter: 100);

    [Fact]
    public void Every_card_has_presses_that_can_be_read_and_one_primary_button_at_most() => s_deeds.Sample(deeds =>
    {
        foreach (var (_, after, _) in Lived(deeds))
        {
            var card = s_practice.Draw(new Page { Subject = new Subject(Workspace, "why", "s1"), Version = 1, Place = new Place(Workspace, "C1"), State = after, OpenedAt = Start, ChangedAt = Start });
            var buttons = card.Blocks.OfType<Buttons>().SelectMany(block => block.Items).ToList();
            Assert.All(buttons, button => Assert.True(Press.TryParse(button.Press.ToString(), out _)));
            Assert.InRange(buttons.Count(button => button.Kind == ButtonKind.Primary), 0, 1);
            Assert.InRange(card.Title.Length, 1, 141);
            Assert.NotEmpty(CardText.Of(card));
        }
    }, iter: 50);

    [Fact]
    public void Every_refusal_is_a_sentence() => s_deeds.Sample(deeds =>
    {
        foreach (var sentence in Refusals(deeds))
            Assert.True(sentence.Length > 10 && char.IsUpper(sentence.TrimStart('"')[0]) | char.IsDigit(sentence[0]) | sentence.StartsWith('"') && ".?".Contains(sentence[^1], StringComparison.Ordinal), sentence);
    }, iter: 100);

    private static IEnumerable<(FiveWhysState Before, FiveWhysState After, ImmutableArray<Change> Changes)> Lived(ImmutableArray<(int Kind, int Who, int Where, int What)> deeds)
    {
        FiveWhysState state = new Unasked();
        foreach (var command in Commands(deeds, () => state))
        {
            if (FiveWhysRules.Decide(state, command) is not Accepted { Changes: { Length: > 0 } changes }) continue;
            var before = state;
            state = (FiveWhysState)s_practice.Fold(state, changes);
            yield return (before, state, changes);
        }
    }

    private static IEnumerable<string> Refusals(ImmutableArray<(int Kind, int Who, int Where, int What)> deeds)
    {
        FiveWhysState state = new Unasked();
        foreach (var command in Commands(deeds, () => state))
            if (FiveWhysRules.Decide(state, command) is Accepted { Changes: var changes }) state = (FiveWhysState)s_practice.Fold(state, changes);
            else yield return ((Refusal)FiveWhysRules.Decide(state, command)).Sentence;
    }

    private static IEnumerable<Command> Commands(ImmutableArray<(int Kind, int Who, int Where, int What)> deeds, Func<FiveWhysState> state)
    {
        var now = Start;
        yield return new AskWhy("s1", new Problem("Why is revenue growth declining?")) { By = Ana, At = now };
        foreach (var (kind, who, where, what) in deeds)
        {
            now += Duration.FromHours(7);
            var tree = state().Known!;
            var cause = tree.Causes.Length == 0 ? "c1" : tree.Causes[where % tree.Causes.Length].Id;
            yield return CommandOf(kind, cause, what, tree, now) with { By = s_people[who], At = now };
        }
    }

    private static Command CommandOf(int kind, string cause, int what, WhyTree tree, Instant now)
    {
        var text = s_texts[what % s_texts.Length];
        var day = now.InUtc().Date.PlusDays(what % 9);
        var draft = new Draft(text, Dana, day, (ActionStrength)(what % 3));
        return kind switch
        {
            < 6 => new Answer(what % 5 == 0 ? null : cause, $"{text} {what}", $"m{what}") { By = Ana, At = now },
            6 => new AskNext(cause) { By = Ana, At = now },
            7 => new AttachEvidence(cause, (EvidenceKind)(what % 4), what % 3 == 0 ? "https://a.example/1" : $"{text} {what}", what % 2 == 0 ? "a report" : null) { By = Ana, At = now },
            8 => new Contest(cause, text, what % 2 == 0 ? Dana : null, what % 2 == 0 ? day : null) { By = Ana, At = now },
            9 => new ReportFinding(cause, text, (FindingOutcome)(what % 3)) { By = Ana, At = now },
            10 => new Refute(cause, text) { By = Ana, At = now },
            11 => new Restore(cause) { By = Ana, At = now },
            12 => new Reword(cause, $"{text}, in other words {what}") { By = Ana, At = now },
            13 => new SplitUp(cause) { By = Ana, At = now },
            14 => new Withdraw(cause) { By = Ana, At = now },
            15 => new SetGate(what % 2 == 0 ? null : cause, (Branching)(what % 2)) { By = Ana, At = now },
            16 => new HoldLinks([.. ReadBack.Unheld(tree).Select(link => link.Id)], ReadBack.Fingerprint(tree, ReadBack.Unheld(tree).Select(link => link.Id))) { By = Ana, At = now },
            17 => new DoubtLinks([cause], text) { By = Ana, At = now },
            18 => new Undo { By = Ana, At = now },
            19 => what % 4 == 0 ? new ChangeFacilitator(s_people[what % 3]) { By = Ana, At = now } : new RewordProblem($"Growth declines by {what} %") { By = Ana, At = now },
            20 => what % 2 == 0 ? new AddCountermeasure(draft) { By = Ana, At = now } : new Categorise(cause, "Skill", ["Skill"]) { By = Ana, At = now },
            21 => new Conclude([.. tree.Eligible().Select(leaf => leaf.Id).Take(1 + what % 2)], "Skill", ["Skill"], (Reach)(what % 3), draft, "lead time", day, "Because") { By = Ana, At = now },
            22 => what % 3 == 0 ? new Abandon(text) { By = Ana, At = now } : new Amend(what % 2 == 0 ? cause : "metric", text, "Because") { By = Ana, At = now },
            23 => what % 2 == 0 ? new EndMeasure("m1", what % 3 == 2 ? null : (MeasureOutcome)(what % 3), text) { By = Ana, At = now } : new NudgeMeasure("m1") { By = Ana, At = now + Duration.FromDays(30) },
            24 => what % 2 == 0 ? new ReportEffect((Helped)(what % 3), text) { By = Ana, At = now } : new NudgeCheck { By = Ana, At = now + Duration.FromDays(30) },
            _ => what % 2 == 0 ? new Reopen(text) { By = Ana, At = now } : new Nudge(cause) { By = Ana, At = now + Duration.FromDays(30) },
        };
    }

    private static string Text(object state) => s_practice.WriteState(state);

    /// <summary>What an undo is about: everything but who did what last.</summary>
    private static string Essence(WhyTree tree) => Text(new Open(tree with
    {
        Numbered = 0,
        Participants = [],
        FacilitatorActedAt = Start,
        Last = new Step(Ana, Start, "-"),
    }));
}
