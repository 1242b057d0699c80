using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Something that one of the four does in the sample: what they type, press or fill in. No result is written here.</summary>
internal abstract record Deed(string By);

/// <summary>Types a line in the room.</summary>
internal sealed record Talks(string By, string Text) : Deed(By);

/// <summary>Types a line in the thread of the analysis.</summary>
internal sealed record Replies(string By, string Text) : Deed(By);

/// <summary>Sends a form of the analysis with these answers; an answer that is <c>@Name</c> is that person, <c>+3</c> the date in three days.</summary>
internal sealed record Fills(string By, string Verb, string? Argument, ImmutableArray<(string Field, string Text)> Answers) : Deed(By)
{
    public Fills(string by, string verb, string? argument, params IEnumerable<(string Field, string Text)> answers)
        : this(by, verb, argument, [.. answers]) { }
}

/// <summary>Presses a button of the analysis.</summary>
internal sealed record Presses(string By, string Verb, string? Argument = null) : Deed(By);

/// <summary>Presses the button with this verb on the newest message of the thread that has one.</summary>
internal sealed record Agrees(string By, string Verb) : Deed(By);

/// <summary>What happened at Acme, in the order in which it was said. Acme is made up: it sells devices and insight to logistics companies.</summary>
internal static class AcmeStory
{
    public const string Ana = "Ana";
    public const string Ben = "Ben";
    public const string Chen = "Chen";
    public const string Dana = "Dana";

    /// <summary>The four who tell it.</summary>
    public static ImmutableArray<string> People { get; } = [Ana, Ben, Chen, Dana];

    private const string IdMark = "acme";

    /// <summary>The id of one of the four; nobody who joins gets one like it.</summary>
    public static string IdOf(string name) => IdMark + name.ToLowerInvariant();

    /// <summary>Whether somebody is one of the four.</summary>
    public static bool IsCast(Person person) => People.Any(name => person.Id == IdOf(name));

    /// <summary>How long passes between two deeds.</summary>
    public static Duration Pause { get; } = Duration.FromMinutes(2);

    /// <summary>The first line starts the analysis; causes are numbered in the order in which they are answered.</summary>
    public static ImmutableArray<Deed> Deeds { get; } =
    [
        new Talks(Ana, "The board's question for Thursday: revenue grew 19.9 % from Q1 to Q2, and only 5.2 % from Q3 to Q4. Can we find out why before we promise anything?"),
        new Talks(Ben, "Sales is in. Let's do it here, so that everybody sees it."),
        new Talks(Ana, "@OutcomeBot why Why is revenue growth declining?"),
        new Fills(Ana, "facts", null,
            ("metric", "Revenue growth, quarter on quarter"), ("baseline", "19.9 % in Q2, 5.2 % in Q4"), ("when", "Since Q3"),
            ("where", "Up-sells to existing customers; new customers buy as before"), ("source", "Quarterly figures, Finance")),
        new Replies(Ben, "Conversion of up-sells has fallen"),
        new Fills(Ben, "evidence", "c1", ("kind", "Quotation"), ("text", "We would have bought the fleet module in spring, had it been there."), ("source", "Two lost-deal interviews, Sales, November")),
        new Presses(Ben, "next", "c1"),
        new Replies(Ben, "Promised capabilities come later than the customer can wait"),
        new Presses(Ana, "next", "c2"),
        new Replies(Dana, "Sales sells from the roadmap, and its dates are taken as promises"),
        new Fills(Chen, "answer", "c2", ("answer", "Delivery takes 88 days from request to release, and customers accept about 30")),
        new Fills(Chen, "evidence", "c4", ("kind", "Number"), ("text", "Lead time 31, 52, 69, 88 days in Q1 to Q4, request to release"), ("source", "Delivery records, all items per quarter")),
        new Presses(Dana, "next", "c4"),
        new Replies(Ben, "R&D gets slower every quarter"),
        new Fills(Chen, "contest", "c5", ("reason", "R&D delivered 2,275 items in Q1 and 3,131 in Q4. Output went up, so slower people can't be it."), ("owner", "@Chen"), ("due", "+3")),
        new Replies(Dana, "(Let's go and see with a value stream map before we argue.)"),
        new Fills(Chen, "saw", "c5", ("finding", "We walked one request through all stages: 2,132 hours from request to release, and for most of them nobody works on it. The work waits."), ("outcome", "Refutes")),
        new Fills(Chen, "answer", "c4", ("answer", "Work waits between the stages for most of its time")),
        new Fills(Chen, "evidence", "c6", ("kind", "Observation"), ("text", "On the value stream map the queues before planning and before release are the longest"), ("source", "Value stream map, walked by Chen and Dana")),
        new Presses(Dana, "next", "c6"),
        new Replies(Dana, "More work is started than the stages can finish"),
        new Presses(Chen, "next", "c7"),
        new Replies(Chen, "Release planning has no capacity rule"),
        new Fills(Chen, "evidence", "c8", ("kind", "Observation"), ("text", "The planning template asks for value and date; nothing asks for capacity"), ("source", "Release planning template")),
        new Presses(Ana, "readback"),
        new Agrees(Ben, "holds"),
        new Fills(Ana, "conclude", null,
            ("roots", "c8"), ("category", "Priority/Capacity"), ("reach", "Ours"),
            ("measure", "The planning tool takes no release over the capacity that the last three releases have shown"), ("owner", "@Dana"), ("due", "+14"), ("strength", "Stronger"),
            ("metric", "Lead time, request to release, under 57 days"), ("check", "+49")),
    ];
}
