using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>A storyboard.</summary>
internal sealed class Board() : Stage<Board>(new KataPractice(), "s1")
{
    public KataState State => (KataState?)Page?.State ?? new Unstarted();

    public Storyboard Story => State.Known ?? throw new InvalidOperationException("No storyboard has been started.");

    public string? Wrong => Last.Replies.OfType<Wrong>().SingleOrDefault()?.Fields.Single().Value;

    public static Board Started(string challenge = "Revenue grows by 10 % a quarter again") => new Board().Type(Ana, challenge);

    /// <summary>Somebody edits the last line that was said.</summary>
    public Board Edit(Person by, string text) => Edit(by, LastLine, text);

    public Board Hand(Person by, string to, string text) => Hand(by, to, text, "why", "w1");

    public Board After(int days) => After(Duration.FromDays(days));

    /// <summary>The same practice, another subject.</summary>
    public Board Beside(string id) => new() { Subject = Subject with { Id = id }, Now = Now, Shelf = Shelf };
}
