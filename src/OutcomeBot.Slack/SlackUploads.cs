using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Pictures and files: an address for each, the bytes to it, and then all of them into the thread at once.</summary>
internal sealed class SlackUploads(SlackClient client, SlackChannels channels, SlackHistory history, Easel easel, TimeProvider time)
{
    private const int Most = 10_000;

    /// <summary>How long Slack may take to show what it took; then it is on its way by itself.</summary>
    private static readonly ImmutableArray<TimeSpan> s_looks = [TimeSpan.Zero, TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>Letters whose last step may have worked although no success was reported.</summary>
    private readonly ConcurrentDictionary<string, bool> _uncertain = new();

    /// <summary>These pictures, with the words for those who don't see them.</summary>
    public async Task<Sending> PicturesAsync(Letter letter, string channel, string? thread, string? title, ImmutableArray<Drawn> blocks, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<SlackUpload>();
        foreach (var drawn in blocks)
            foreach (var picture in await easel.PngAsync(drawn, cancellationToken))
                files.Add(new SlackUpload(Name(letter, files.Count), drawn.Title, picture.Png, picture.AltText));
        Words[] lines = [.. title is null ? [] : (Words[])[$"{title:strong}"], .. blocks.Select(drawn => (Words)drawn.Title).Where(line => line.ToString() != title)];
        return await SendAsync(letter, channel, thread, string.Join('\n', lines.Select(Markup)), files.ToImmutable(), cancellationToken);
    }

    /// <summary>Text files with a line of words.</summary>
    public Task<Sending> FilesAsync(Letter letter, string channel, string? thread, Attach attach, CancellationToken cancellationToken) =>
        SendAsync(letter, channel, thread, Markup(attach.Note), [.. attach.Files.Select(file => new SlackUpload(file.Name, file.Name, Encoding.UTF8.GetBytes(file.Text), null))], cancellationToken);

    private async Task<Sending> SendAsync(Letter letter, string channel, string? thread, string comment, ImmutableArray<SlackUpload> files, CancellationToken cancellationToken)
    {
        if (files.IsEmpty) return new Done(null, thread);
        var key = $"{letter.Parcel.Place.Tenant}/{letter.Parcel.Id}";
        if (letter.MayHaveArrived || _uncertain.ContainsKey(key))
        {
            var (looked, messages) = await history.SinceAsync(letter with { Place = letter.Place with { Thread = thread } }, channel, cancellationToken);
            if (!looked.IsFine && looked.Outcome != SlackOutcome.Refused) return SlackErrors.Sending(looked, "conversations.replies");
            if (files.All(file => SlackHistory.HasFile(messages, file.Name))) return Certain(key, new Done(null, thread));
        }
        var uploaded = ImmutableArray.CreateBuilder<UploadedFile>();
        foreach (var file in files)
        {
            var (id, refusal) = await UploadAsync(letter.Place.Tenant, file, cancellationToken);
            if (id is null) return refusal;
            uploaded.Add(new UploadedFile(id, SlackMarkup.Shorten(SlackMarkup.Plain(file.Title), 250)));
        }
        var result = await client.CallAsync(letter.Place.Tenant, "files.completeUploadExternal", new CompleteUploadCall(uploaded.ToImmutable(), channel, thread, comment.Length == 0 ? null : comment), SlackJson.Wire.CompleteUploadCall, cancellationToken);
        if (result.IsFine)
        {
            await ShownAsync(letter.Place.Tenant, uploaded[^1].Id, cancellationToken);
            return Certain(key, new Done(null, thread));
        }
        if (_uncertain.Count >= Most) _uncertain.Clear();
        if (result.IsUncertain) _uncertain[key] = true;
        return await channels.RefusedAsync(letter.Place, result, "files.completeUploadExternal", cancellationToken);
    }

    /// <summary>Slack says yes before the files are in the channel; what is said next must not overtake them.</summary>
    private async Task ShownAsync(Tenant tenant, string file, CancellationToken cancellationToken)
    {
        foreach (var wait in s_looks)
        {
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
            var result = await client.AskAsync(tenant, "files.info", [new("file", file)], cancellationToken);
            if (!result.IsFine || IsShared(result.Body.At("file").At("shares"))) return;
        }
    }

    private static bool IsShared(JsonElement? shares) =>
        shares is { ValueKind: JsonValueKind.Object } kinds && kinds.EnumerateObject().Any(kind => kind.Value is { ValueKind: JsonValueKind.Object } channels && channels.EnumerateObject().Any());

    private Done Certain(string key, Done done)
    {
        _uncertain.TryRemove(key, out _);
        return done;
    }

    private async Task<(string? Id, Sending Refusal)> UploadAsync(Tenant tenant, SlackUpload file, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> fields = [new("filename", file.Name), new("length", file.Bytes.Length.ToString(CultureInfo.InvariantCulture))];
        if (file.AltText is { Length: > 0 } words)
        {
            // The method's page says alt_txt, Slack's own Node SDK sends alt_text; what a method doesn't know it leaves aside.
            var alt = SlackMarkup.Shorten(SlackMarkup.Plain(words), SlackLimits.AltText);
            fields.AddRange([new("alt_txt", alt), new("alt_text", alt)]);
        }
        var asked = await client.AskAsync(tenant, "files.getUploadURLExternal", fields, cancellationToken);
        if (!asked.IsFine) return (null, SlackErrors.Sending(asked, "files.getUploadURLExternal"));
        if (asked.Body.Text("upload_url") is not { } address || asked.Body.Id("file_id") is not { } id)
            return (null, new Later(TimeSpan.FromSeconds(5), Reach.Kind, "Slack gave no address for a file."));
        var sent = await client.UploadAsync(address, file.Bytes, cancellationToken);
        return sent.IsFine ? (id, new Done()) : (null, SlackErrors.Sending(sent, "the upload of a file"));
    }

    /// <summary>The parcel's id is in the name, so that the bot knows the picture again.</summary>
    private static string Name(Letter letter, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat(letter.Parcel.Id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}-{index + 1}.png");

    private static string Markup(Words words) => SlackMarkup.Pack(SlackMarkup.Atoms(words, SlackLimits.Section), SlackLimits.Section).FirstOrDefault() ?? "";

    private sealed record SlackUpload(string Name, string Title, byte[] Bytes, string? AltText);
}
