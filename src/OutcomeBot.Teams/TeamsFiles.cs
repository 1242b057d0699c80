using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>
/// Text files. Teams takes none from a bot in a channel, so each is offered under an address that nobody can guess; where the
/// bot can't be reached from outside, or the file is larger than is kept, its text is written out.
/// </summary>
internal sealed class TeamsFiles(TeamsShelf shelf, TeamsWriter writer)
{
    public async Task<IReadOnlyList<TeamsMessage>> MessagesAsync(Tenant tenant, Attach attach, CancellationToken cancellationToken)
    {
        List<Block> blocks = [new Prose(attach.Note)];
        foreach (var file in attach.Files) blocks.AddRange(Blocks(file, await HostedAsync(tenant, new ShownFile(file), cancellationToken)));
        return writer.Messages(new Card("", blocks), TeamsPictured.None);
    }

    private async Task<Uri?> HostedAsync(Tenant tenant, ShownFile file, CancellationToken cancellationToken) =>
        shelf.AddressOf(tenant, file) is { } address && await shelf.KeepAsync(address, file, TeamsShelf.Life, cancellationToken) ? address.Url() : null;

    private static IEnumerable<Block> Blocks(Attachment file, Uri? address) => address is not null
        ? [new Prose($"{new Link($"Download {file.Name}", address.AbsoluteUri)}"), new Aside("The link works for seven days. Whoever has it can read the file.")]
        : [new Prose($"{file.Name:strong}"), new Prose(file.Text)];
}
