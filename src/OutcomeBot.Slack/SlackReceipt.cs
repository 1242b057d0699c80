namespace OutcomeBot.Slack;

/// <summary>What became of something that Slack sent; each way in tells Slack so in its own words.</summary>
internal abstract record SlackReceipt;

/// <summary>Done, or as good as: Slack need not send it again. The answer is JSON, empty for nearly everything.</summary>
internal sealed record Taken(ReadOnlyMemory<byte> Answer) : SlackReceipt
{
    public static Taken Silently { get; } = new(ReadOnlyMemory<byte>.Empty);

    public static Taken With(ReadOnlyMemory<byte> answer) => answer.IsEmpty ? Silently : new Taken(answer);
}

/// <summary>What shows Slack that this address is ours.</summary>
internal sealed record Proof(string Text) : SlackReceipt;

/// <summary>The turn broke and nothing of it was saved: Slack is to send it again.</summary>
internal sealed record NotTaken : SlackReceipt;

/// <summary>It can't be read before the bot knows who it is: Slack is to send it again.</summary>
internal sealed record TooEarly : SlackReceipt;
