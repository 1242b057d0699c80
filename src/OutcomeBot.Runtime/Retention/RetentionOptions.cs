using Microsoft.Extensions.Options;
using NodaTime;

namespace OutcomeBot.Runtime;

/// <summary>How long what is kept stays: the settings under <c>Retention</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Retention";

    /// <summary>So many days after the bot was removed from a workspace, everything kept of it is erased; 0 for the next hour, empty for never.</summary>
    public int? AfterRemovalDays { get; set; } = 30;

    /// <summary>The same as a duration; null for never.</summary>
    internal Duration? AfterRemoval => AfterRemovalDays is { } days ? Duration.FromDays(days) : null;
}

internal sealed class RetentionOptionsCheck : IValidateOptions<RetentionOptions>
{
    private const int Most = 3_650;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options) => options.AfterRemovalDays is null or (>= 0 and <= Most)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Retention:AfterRemovalDays is {options.AfterRemovalDays}. Write a number of days from 0 to {Most}, or leave it empty to keep what removed workspaces left.");
}
