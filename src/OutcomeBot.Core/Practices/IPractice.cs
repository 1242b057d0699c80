using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>One way of working that the bot knows: the same few questions for each.</summary>
public interface IPractice
{
    /// <summary>The word that starts it, and the first part of its presses.</summary>
    string Word { get; }

    /// <summary>Whether its open pages are something that people have in hand, to be listed among what is open; false for what merely stands, such as a schedule.</summary>
    bool IsInHand => true;

    /// <summary>What a person can type, for help and for suggestions while typing.</summary>
    ImmutableArray<Usage> Usages { get; }

    /// <summary>What must be read before <see cref="Take"/>.</summary>
    ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming);

    /// <summary>The whole turn: pure, so it can be taken again when two people act at once.</summary>
    Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings);

    /// <summary>The state after these changes; <paramref name="state"/> is null for a new subject.</summary>
    object Fold(object? state, ImmutableArray<Change> changes);

    /// <summary>The card that this page shows in its place.</summary>
    Card Draw(Page page);

    /// <summary>
    /// Whether pressing this is answered, as a rule, to the person alone, by a form or a note: a platform that shows those in a
    /// window of its own has to know before the press. When it turns out otherwise, nothing is lost.
    /// </summary>
    bool AnswersAlone(string verb) => false;

    /// <summary>Whether a plain line in the thread of this page's card is an answer to it, as it stands now: where nothing reaches the bot unless it is named, naming it must not make a command of an answer.</summary>
    bool Hears(Page page) => false;

    /// <summary>How the page is found again.</summary>
    PageIndex Index(Page page);

    /// <summary>The id of the page that this is about, for a practice whose pages go by name; null begins a fresh page.</summary>
    string? IdOf(Incoming incoming) => null;

    /// <summary>What somebody still has to do, for a page whose index says that there is work.</summary>
    ImmutableArray<Work> Works(Page page) => [];

    /// <summary>Whether its open pages may hold something that waits for one person.</summary>
    bool AsksPeople => IsInHand;

    /// <summary>What the page is to this person; null when they take no part in it.</summary>
    Involvement? InvolvementOf(Page page, Person who) => null;

    /// <summary>The metric that the page keeps; null when it keeps none.</summary>
    Metric? Measure(Page page) => null;

    /// <summary>The time zone that the page gives to its person or to this channel; null when it gives none.</summary>
    string? ZoneIn(Page page, string channel) => null;

    /// <summary>The state as JSON text, and back.</summary>
    string WriteState(object state);

    object ReadState(string json);

    /// <summary>Changes as JSON text, and back.</summary>
    string WriteChanges(ImmutableArray<Change> changes);

    ImmutableArray<Change> ReadChanges(string json);
}

/// <summary>Something a person can type after the bot's name: <c>why Why is growth declining?</c> with a few words of meaning.</summary>
public sealed record Usage(string Text, string Meaning);
