using OutcomeBot.Core.Chat;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class CardTests
{
    [Fact]
    public void A_question_that_nobody_has_answered() => Check("asked", Asked("Why is revenue growth declining?").Card);

    [Fact]
    public void A_tree_that_grows() => Check("open", Acme.Four().Card);

    [Fact]
    public void A_branch_that_waits_for_somebody_to_go_and_see() => Check("waiting", Acme.Waiting().Card);

    [Fact]
    public void A_task_that_is_overdue() => Check("overdue", Acme.Waiting().Ring().Ring().Card);

    [Fact]
    public void A_refuted_branch() => Check("refuted", Acme.Four().Fill(Ana, "refute", "c5", ("reason", "Both renewed in October")).Card);

    [Fact]
    public void Causes_that_are_needed_together() => Check("and", Acme.Four().Fill(Ana, "gate", "problem", ("gate", "And")).Card);

    [Fact]
    public void A_tree_that_is_ready_to_conclude() => Check("ready", Acme.ReadyToConclude().Card);

    [Fact]
    public void A_conclusion() => Check("concluded", Acme.Concluded().Card);

    [Fact]
    public void A_conclusion_with_weak_countermeasures_and_an_amendment() => Check("concluded-weak", Acme.ReadyToConclude()
        .Fill(Ana, "conclude", null, Acme.With(("strength", "Weaker"), ("stop", "The next why is another team's")))
        .Fill(Ben, "amend", null, ("of", "m1"), ("text", "Release planning is reminded of the capacity rule"), ("why", "That is what was agreed")).Card);

    [Fact]
    public void A_reopened_analysis() => Check("reopened", Acme.Concluded().Fill(Ana, "reopen", null, ("reason", "Lead time rose again")).Card);

    [Fact]
    public void An_abandoned_analysis() => Check("abandoned", Acme.Four().Fill(Ana, "abandon", null, ("reason", "Merged with the analysis of lead time")).Card);

    [Fact]
    public void Many_branches() => Check("many", Enumerable.Range(1, 6).Aggregate(Asked(), (thread, number) => thread.Say(Ben, $"Reason number {number} of the fall")).Card);

    [Fact]
    public void The_read_back() => Check("read-back", Acme.Four().Press(Ana, "readback").Posted);

    [Fact]
    public void The_read_back_when_every_step_holds() => Check("read-back-held", Acme.ReadyToConclude().Press(Ana, "readback").Posted);

    [Fact]
    public void The_picture_in_words() => Check("picture", Acme.Concluded().Press(Ben, "picture").Posted);

    [Fact]
    public void The_list_of_categories() => Check("categories", new Thread().Type(Ana, "categories").Whispered);

    [Fact]
    public void A_question_that_was_refused_where_no_form_opens() => Check("draft", new Thread().Type(Ana, "We need a new CRM", door: OpenDoor.None).Whispered);

    [Fact]
    public void The_menu() => Check("more", Acme.Four().Press(Chen, "more").Whispered);

    [Fact]
    public void One_cause_with_all_that_can_be_done() => Check("one-cause", Acme.ReadyToConclude().Fill(Ana, "choose", null, ("cause", "c4")).Whispered);

    [Fact]
    public void The_questions_to_an_author() => Check("questions", Acme.Four().Say(Ben, "R&D is too slow").Whispered);

    [Fact]
    public void The_offer_to_split() => Check("split", Acme.Four().Say(Ben, "Planning has no owner and the budget is fixed once a year").Whispered);

    [Fact]
    public void The_facts_that_are_missing() => Check("missing-facts", Asked("Why is revenue growth declining?").Whispered);

    [Fact]
    public void The_task_to_go_and_see() => Check("go-and-see", Acme.Waiting().Posted);

    [Fact]
    public void The_reminder_on_the_day_and_the_day_after() =>
        Check("nudges", Acme.Waiting().Ring().Posted + "\n\n" + Acme.Waiting().Ring().Ring().Posted);

    [Fact]
    public void Who_can_conclude() => Check("who-can", Acme.Four().Say(Ben, "Who can conclude this?").Whispered);

    [Fact]
    public void Help() => Check("help", Acme.Four().Type(Ben, "help").Whispered);

    [Fact]
    public void What_is_open_here()
    {
        var four = Acme.Four();
        four.Shelf = need => need is Practices.OpenPages ? [four.AsFound()] : [];
        Check("list", four.Beside("s2").Type(Ben, "").Whispered);
    }

    [Fact]
    public void The_forms() => Check("forms", string.Join("\n\n", Forms().Select(Text)));

    [Fact]
    public void Every_form_fits_every_platform() => Assert.All(Forms(), form =>
    {
        Assert.InRange(form.Title.Length, 1, 24);
        Assert.InRange(form.Submit.Length, 1, 24);
        Assert.All(form.Fields.OfType<ChoiceField>(), choice => Assert.InRange(choice.Options.Length, 2, 100));
        Assert.All(form.Fields.OfType<ChoiceField>().SelectMany(choice => choice.Options), option => Assert.InRange(option.Label.Length, 1, 75));
        Assert.Equal(form.Fields.Length, form.Fields.Select(field => field.Name).Distinct().Count());
    });

    private static IEnumerable<Form> Forms() =>
    [
        new Thread().Press(Ana, new Press("why", null, "new", "home")).Form,
        new Thread().Press(Ana, new Press("why", null, "import", "home")).Form,
        new Thread().Press(Ana, new Press("why", "settings", "categories")).Form,
        .. new[] { "facts", "problem", "conclude", "measure", "handover", "abandon", "choose" }.Select(verb => Acme.ReadyToConclude().Press(Ana, verb).Form),
        .. new[] { "next", "another", "evidence", "contest", "refute", "reword", "category", "spin" }.Select(verb => Acme.ReadyToConclude().Press(Ana, verb, "c4").Form),
        Acme.Four().Press(Ana, "gate", "problem").Form,
        Acme.Waiting().Press(Dana, "saw", "c3").Form,
        Steps(),
        Acme.Concluded().Press(Dana, "amend").Form,
        Acme.Concluded().Press(Ana, "reopen").Form,
    ];

    private static Form Steps()
    {
        var thread = Acme.Four().Press(Ana, "readback");
        return thread.Press(Ben, thread.Last.Replies.OfType<Post>().Single().Card.Blocks.OfType<Buttons>().Single().Items[1].Press).Form;
    }

    private static string Text(Form form) => $"{form.Title} [{form.Submit}] {form.Press}\n{form.Intro}\n" + string.Join('\n', form.Fields.Select(field =>
        $"  {field.Name}: {field.Label}{(field.Answering == Answering.Optional ? " (optional)" : "")}{(field.Hint is null ? "" : $" · {field.Hint}")}{Inside(field)}"));

    private static string Inside(Field field) => field switch
    {
        TextField { Value: { Length: > 0 } value } => $" = {value.Replace("\n", " / ", StringComparison.Ordinal)}",
        ChoiceField choice => $" = {choice.Chosen ?? "?"} of {string.Join(" | ", choice.Options.Select(option => option.Label))}",
        SeveralField several => $" = {string.Join(",", several.Chosen)} of {string.Join(" | ", several.Options.Select(option => option.Label))}",
        _ => "",
    };

    private static void Check(string name, string text) => Golden.Check("FiveWhys", name, text);
}
