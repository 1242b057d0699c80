using System.Collections.Immutable;

namespace OutcomeBot.Core.Chat;

/// <summary>A picture of a board as it hangs on a wall: its parts under one another, in each rows of notes.</summary>
public sealed record Board(string Title, string Subtitle, string Footnote, string AltText, ImmutableArray<BoardPart> Parts)
    : Drawn(Title, Subtitle, Footnote, AltText);

/// <summary>A part of a board under its heading; without one it stands by itself.</summary>
public sealed record BoardPart(string Head, ImmutableArray<BoardRow> Rows);

/// <summary>Notes that belong together, two side by side: their mark on the board (o2), and how they stand, in a word and by shape.</summary>
public sealed record BoardRow(string Mark, string Word, BoardMark Is, ImmutableArray<BoardNote> Notes);

/// <summary>A note: what it answers, what it says, and a quiet line under that.</summary>
public sealed record BoardNote(string Head, string Text, string Quiet = "");

/// <summary>How a row of a board stands; each has its own shape, never colour alone.</summary>
public enum BoardMark
{
    Plain,

    /// <summary>What all the rest is for.</summary>
    Leading,

    /// <summary>What is worked on now.</summary>
    Active,

    /// <summary>Something has to be said about it.</summary>
    Asked,

    /// <summary>It is over, and well.</summary>
    Done,

    /// <summary>It is over, and not as it was meant.</summary>
    Ended,
}
