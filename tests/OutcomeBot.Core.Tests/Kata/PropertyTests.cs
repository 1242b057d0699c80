using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>Whatever people do, in whatever order.</summary>
public sealed class PropertyTests
{
    private static readonly KataPractice s_practice = new();
    private static readonly Person[] s_people = [Ana, Ana, Dana, Ben, Chen];
    private static readonly string[] s_texts = ["Work waits for release", "o1", "same", "Lack of training and no owner", "", "40 days or less", "<b>@all</b> `x`", "Ünïcödé 🚀 überall", "not yet", "tomorrow"];

    private static readonly Gen<ImmutableArray<(int Kind, int Who, int Where, int What)>> s_deeds =
        Gen.Select(Gen.Int[0, 27], Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 1000]).Array[1, 80].Select(deeds => deeds.ToImmutableArray());

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
    public void A_prediction_is_older_than_its_start_and_never_changes_after_it() => s_deeds.Sample(deeds =>
    {
        var locked = new Dictionary<string, Written>();
        foreach (var (_, after, _) in Lived(deeds))
            foreach (var experiment in after.Known!.Experiments.Where(experiment => experiment.Started is not null))
            {
                Assert.True(experiment.Expectation!.At <= experiment.Started!.At);
                Assert.Equal(experiment.Expectation, locked.TryGetValue(experiment.Id, out var was) ? was : locked[experiment.Id] = experiment.Expectation);
            }
    }, iter: 200);

    [Fact]
    public void One_obstacle_is_active_and_one_step_runs_at_most() => s_deeds.Sample(deeds =>
    {
        foreach (var (_, after, _) in Lived(deeds))
        {
            Assert.InRange(after.Known!.Obstacles.Count(obstacle => obstacle.State == ObstacleState.Active), 0, 1);
            Assert.InRange(after.Known.Experiments.Count(experiment => experiment.State == ExperimentState.Running), 0, 1);
            Assert.InRange(after.Known.OpenTargets().Length, 0, Limits.OpenTargets);
        }
    }, iter: 100);

    [Fact]
    public void An_undo_restores_what_was() => s_deeds.Sample(deeds =>
    {
        foreach (var (before, after, changes) in Lived(deeds))
        {
            if (changes is [Nudged] or [ReviewPrompted] || before is not Running(var was) || after is not Running(var board) || board.Last.Before is null) continue;
            var undone = Assert.IsType<Accepted>(KataRules.Decide(after, new Undo { By = board.Last.By, At = board.Last.At + Duration.FromMinutes(1) }));
            Assert.Equal(Essence(was), Essence(((Running)s_practice.Fold(after, undone.Changes)).Board));
        }
    }, iter: 200);

    [Fact]
    public void Every_card_has_presses_that_can_be_read_and_one_primary_button_at_most() => s_deeds.Sample(deeds =>
    {
        var subject = new Subject(Workspace, "kata", "s1");
        foreach (var (_, after, _) in Lived(deeds))
        {
            var page = new Page { Subject = subject, Version = 1, Place = new Place(Workspace, "C1"), State = after, OpenedAt = Start, ChangedAt = Start };
            var card = s_practice.Draw(page);
            var buttons = card.Blocks.OfType<Buttons>().SelectMany(block => block.Items).ToList();
            Assert.All(buttons, button => Assert.True(Press.TryParse(button.Press.ToString(), out _)));
            Assert.InRange(buttons.Count(button => button.Kind == ButtonKind.Primary), 0, 1);
            Assert.InRange(card.Title.Length, 1, 141);
            Assert.All(s_practice.Works(page), work => Assert.True(Press.TryParse(work.Open!.ToString(), out _)));
            Assert.Equal(s_practice.Index(page).HasWork, !s_practice.Works(page).IsEmpty);
            Assert.InRange(s_practice.Index(page).Terms.Length, 0, 40);
        }
    }, iter: 50);

    [Fact]
    public void Every_refusal_is_a_sentence() => s_deeds.Sample(deeds =>
    {
        foreach (var sentence in Refusals(deeds))
            Assert.True(sentence.Length > 10 && (char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]) || "te".Contains(sentence[0], StringComparison.Ordinal)) && ".?".Contains(sentence[^1], StringComparison.Ordinal), sentence);
    }, iter: 100);

    [Fact]
    public void An_open_target_condition_always_has_its_review_ahead() => s_deeds.Sample(deeds =>
    {
        foreach (var (_, after, _) in Lived(deeds).Where(step => step.After is Running))
            Assert.Equal(
                after.Known!.OpenTargets().Where(target => target.Prompts < 5).Select(target => target.Id).Order(),
                Reminding.Of(new Subject(Workspace, "kata", "s1"), after).Where(reminder => reminder.Press.Verb == PressVerb.PromptReview).Select(reminder => reminder.Press.Argument!).Order());
    }, iter: 50);

    private static IEnumerable<(KataState Before, KataState After, ImmutableArray<Change> Changes)> Lived(ImmutableArray<(int Kind, int Who, int Where, int What)> deeds)
    {
        KataState state = new Unstarted();
        foreach (var command in Commands(deeds, () => state))
        {
            if (KataRules.Decide(state, command) is not Accepted { Changes: { Length: > 0 } changes }) continue;
            var before = state;
            state = (KataState)s_practice.Fold(state, changes);
            yield return (before, state, changes);
        }
    }

    private static IEnumerable<string> Refusals(ImmutableArray<(int Kind, int Who, int Where, int What)> deeds)
    {
        KataState state = new Unstarted();
        foreach (var command in Commands(deeds, () => state))
            if (KataRules.Decide(state, command) is Accepted { Changes: var changes }) state = (KataState)s_practice.Fold(state, changes);
            else yield return ((Refusal)KataRules.Decide(state, command)).Sentence;
    }

    private static IEnumerable<Command> Commands(ImmutableArray<(int Kind, int Who, int Where, int What)> deeds, Func<KataState> state)
    {
        var now = Start;
        yield return new StartBoard("s1", "Requests are live within a month", null, Ana, Dana) { By = Ana, At = now };
        yield return Soon(new SetTarget("Released within 57 days", new GoalDraft("lead-time", "days", "88", "57"), "", null), now) with { By = Ana, At = now + Duration.FromMinutes(1) };
        yield return new ParkObstacle("Planning has no capacity rule") { By = Ben, At = now + Duration.FromMinutes(2) };
        yield return new Activate("o1") { By = Ana, At = now + Duration.FromMinutes(3) };
        foreach (var (kind, who, where, what) in deeds)
        {
            now += Duration.FromHours(5);
            yield return Command(state().Known!, kind, $"{where % 3 + 1}", s_texts[what % s_texts.Length], what, now) with { By = s_people[who], At = now };
        }
    }

    private static Command Command(Storyboard board, int kind, string mark, string text, int what, Instant now)
    {
        var day = now.InUtc().Date.PlusDays(what % 9 - 1);
        var experiment = board.StepAtHand()?.Id ?? $"e{mark}";
        return kind switch
        {
            0 => new SetChallenge(text, null),
            1 => Soon(new SetTarget(text, what % 2 == 0 ? null : new GoalDraft("lead-time", "days", "88", $"{what % 90}"), "As today", null), now),
            2 => new SeeActual([new Reading($"t{mark}", new Condition($"{what} days", day, "finance table") { Value = what, N = 4, Since = day })]),
            3 => new PromptReview($"t{mark}"),
            4 => new ReviewTarget($"t{mark}", (TargetState)(what % 4), text, "55 days"),
            5 or 6 => new ParkObstacle($"{text} {what}", what % 3 == 0 ? new Origin("why", "w1", "Why?") : null),
            7 => new Activate($"o{mark}"),
            8 => what % 4 == 0 ? new Overcome($"o{mark}", text) : new Activate($"o{mark}"),
            9 or 10 => new PlanStep($"Try {text}", what % 2 == 0 ? text : "", what % 3 == 0 ? null : Ben, what % 3 == 0 ? null : day),
            11 or 12 => new Predict(experiment, $"{what % 50} days"),
            13 or 14 => new StartStep(experiment, day),
            15 or 16 => new Observe(experiment, $"{what % 50} days"),
            17 => new Learn(experiment, $"Learned {text}"),
            18 => what % 3 == 0 ? new DropStep(experiment, text) : new SetGoAndSee(experiment, day),
            19 => new Nudge(experiment),
            20 => new Reword(new Part(what % 2 == 0 ? $"o{mark}" : experiment, (PartKind)(what % 7)), $"{text} {what}"),
            21 => new BeginCoaching(what % 2 == 0 ? Called.ByPerson : Called.BySchedule),
            22 or 23 => new AnswerCoach(CoachingOrder.Next(board) ?? CoachQuestion.Actual, text),
            24 => new AnswerAll(Enum.GetValues<CoachQuestion>().ToImmutableDictionary(question => question, question => question == CoachQuestion.Obstacle ? "o1" : $"{text} {what}"), day.PlusDays(1)),
            25 => what % 5 == 0 ? new GiveRole((Role)(what % 3), s_people[what % 5]) : new Undo(),
            26 => what % 9 == 0 ? new EndBoard(text) : new StopCoaching(),
            _ => new ReopenBoard(text),
        };
    }

    private static SetTarget Soon(SetTarget set, Instant now) => set with { AchieveBy = now.InUtc().Date.PlusDays(20) };

    private static string Text(object state) => s_practice.WriteState(state);

    /// <summary>What an undo is about: everything but who did what last.</summary>
    private static string Essence(Storyboard board) => Text(new Running(board with { LearnerActedAt = Start, Last = new Step(Ana, Start, "-") }));
}
