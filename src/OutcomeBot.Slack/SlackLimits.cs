namespace OutcomeBot.Slack;

/// <summary>What Slack refuses to show, as its types and reference pages state it (@slack/types 3.2.0, docs.slack.dev).</summary>
internal static class SlackLimits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;

    /// <summary>Undocumented: msg_blocks_too_long comes at about 13,200 characters of text in all blocks (bolt-js#2509).</summary>
    public const int MessageLetters = 13_000;

    /// <summary>A view may weigh 250 kB; this stays far below whatever the letters are.</summary>
    public const int ViewLetters = 40_000;

    /// <summary>The notification text; chat.update refuses more with msg_too_long.</summary>
    public const int Notification = 4_000;

    public const int Header = 150;
    public const int Section = 3_000;
    public const int Field = 2_000;
    public const int Fields = 10;
    public const int ContextText = 2_000;
    public const int Actions = 25;
    public const int ButtonLabel = 75;
    public const int AccessibilityLabel = 75;
    public const int ActionId = 255;
    public const int ConfirmTitle = 100;
    public const int ConfirmText = 300;
    public const int ConfirmButton = 30;
    public const int TableRows = 100;
    public const int TableCells = 20;
    public const int Cell = 2_000;
    public const int Tables = 1;
    public const int Charts = 2;
    public const int ChartTitle = 50;
    public const int ChartLabel = 50;
    public const int ChartCategory = 20;
    public const int ModalTitle = 24;
    public const int InputLabel = 2_000;
    public const int Options = 100;
    public const int Option = 75;
    public const int Checkboxes = 10;
    public const int TextInput = 3_000;
    public const int PrivateMetadata = 3_000;
    public const int AltText = 2_000;
}
