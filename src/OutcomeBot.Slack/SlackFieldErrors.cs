using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>What is wrong with a form, by the fields that Slack shows. Slack closes the form when an error names a field it has not.</summary>
internal static class SlackFieldErrors
{
    /// <summary>Sentences by field; one about an unknown field stands at the first.</summary>
    public static ImmutableDictionary<string, string> Of(Wrong wrong, ImmutableArray<string> fields) => fields.IsEmpty
        ? wrong.Fields
        : wrong.Fields
            .GroupBy(error => fields.Contains(error.Key) ? error.Key : fields[0])
            .ToImmutableDictionary(group => group.Key, group => SlackMarkup.Shorten(SlackMarkup.Plain(string.Join(' ', group.Select(error => error.Value))), SlackLimits.InputLabel));
}
