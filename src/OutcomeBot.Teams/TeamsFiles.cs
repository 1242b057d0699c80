using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>
/// Text files. Teams takes none from a bot in a channel, so each is offered under an address that nobody can guess; where the
/// bot can't be reached from outside, its text is written out.
/// </summary>
internal static class TeamsFiles
{
    public static IReadOnlyList<TeamsMessage> Messages(Attach attach, TeamsPictures pictures, TeamsWriter writer)
    {
        Block[] blocks = [new Prose(attach.Note), .. attach.Files.SelectMany(file => Blocks(file, pictures.Host(file)))];
        return writer.Messages(new Card("", blocks), TeamsPictured.None);
    }

    private static IEnumerable<Block> Blocks(Attachment file, Uri? address) => address is not null
        ? [new Prose($"{new Link($"Download {file.Name}", address.AbsoluteUri)}"), new Aside("The link works for seven days. Whoever has it can read the file.")]
        : [new Prose($"{file.Name:strong}"), new Prose(file.Text)];
}
