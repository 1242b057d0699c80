using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>An analysis.</summary>
internal sealed class Thread() : Stage<Thread>(new FiveWhysPractice(), "s1")
{
    public FiveWhysState State => (FiveWhysState?)Page?.State ?? new Unasked();

    public WhyTree Tree => State.Known ?? throw new InvalidOperationException("Nothing has been asked.");

    /// <summary>The newest cause.</summary>
    public Cause Newest => Tree.Causes[^1];

    public string? Wrong => Last.Replies.OfType<Wrong>().SingleOrDefault()?.Fields.Single().Value;

    public static Thread Asked(string question = "Revenue growth fell from 19.9 % to 5.2 % since Q2 in the enterprise segment") => new Thread().Type(Ana, question);

    /// <summary>Another practice hands something over.</summary>
    public Thread Hand(string to, string text, string practice, string id) => Hand(Ana, to, text, practice, id);

    public bool Said<TReply>()
        where TReply : Reply => Last.Replies.OfType<TReply>().Any();

    /// <summary>The same practice, another subject.</summary>
    public Thread Beside(string id) => new() { Subject = Subject with { Id = id }, Now = Now, Shelf = Shelf };
}
