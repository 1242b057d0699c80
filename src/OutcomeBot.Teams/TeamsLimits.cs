namespace OutcomeBot.Teams;

/// <summary>What Teams refuses to show (msteams-docs, measured limits; sizes are counted as UTF-16).</summary>
internal static class TeamsLimits
{
    /// <summary>A message may weigh about 100 kB, and Microsoft advises to stay under 80: so many characters, which leaves room for the card's frame and its fallback text.</summary>
    public const int MessageLetters = 35_000;

    /// <summary>Of a card that is to be split, no part is longer than this, so that messages fill well.</summary>
    public const int Text = 4_000;

    /// <summary>The actions that stand side by side; those after them go into the overflow menu.</summary>
    public const int PrimaryActions = 6;

    /// <summary>The words of a notification.</summary>
    public const int Summary = 1_000;

    /// <summary>A line of words that answers a button disappears after seconds: nobody reads more.</summary>
    public const int Toast = 240;

    public const int DialogTitle = 64;
    public const int TextField = 3_000;

    /// <summary>Pixels on the longer side, and bytes, of a picture in a card.</summary>
    public const int PictureSide = 1_024;
    public const int PictureBytes = 1_048_576;
}
