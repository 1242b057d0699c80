using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Text files that people put into forms: fetched while Slack waits, so that a file that can't be had is told at its field.</summary>
internal sealed class SlackFiles(SlackClient client, TimeProvider time)
{
    private const int Longest = 1_000_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(1_200);

    /// <summary>The filled form with the texts of its files, or what is wrong with them.</summary>
    public async Task<(Incoming Incoming, Wrong? Wrong)> WithFilesAsync(ForInbox read, CancellationToken cancellationToken)
    {
        if (read.Files.IsEmpty || read.Incoming is not Filled filled) return (read.Incoming, null);
        using var limit = new CancellationTokenSource(s_patience, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);

        var (texts, wrong) = (filled.Values.Texts, new List<(string, string)>());
        foreach (var file in read.Files)
            if (await TextAsync(filled.Place.Tenant, file, patience.Token, cancellationToken) is { } text)
                texts = texts.SetItem(file.Field, texts.GetValueOrDefault(file.Field, []).Add(text));
            else
                wrong.Add((file.Field, "I couldn't read this file as text of at most 1 MB. Choose a text file, or try again in a moment."));
        return (filled with { Values = filled.Values with { Texts = texts } }, wrong.Count == 0 ? null : new Wrong(wrong.DistinctBy(field => field.Item1)));
    }

    private async Task<string?> TextAsync(Tenant tenant, SlackFile file, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await client.DownloadAsync(tenant, file.Url, Longest, patience);
            return bytes is not null && Utf8.IsValid(bytes) ? SlackTyped.WithoutControls(Encoding.UTF8.GetString(bytes).TrimStart('\ufeff')) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
