using System.Text;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Files that stand on lines, as downloads. They are never shown as pages: their text is what people typed.</summary>
public static class LocalFiles
{
    /// <summary>Where a file of a line is downloaded.</summary>
    public static string Url(RoomLine line, int number) => $"/local/files/{line.Place.Channel}/{line.Id}/{number}";

    internal static async Task<IResult> DownloadAsync(string room, string line, int number, IRoomBook book, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!LineIds.IsShaped(line) || room.Length > 40
            || await book.LineAsync(LocalHouse.PlaceOf(room), line, cancellationToken) is not { OnlyTo: null, IsRemoved: false } found
            || number < 0 || number >= found.Files.Length)
            return Results.NotFound("This file is not here any more. Ask for a new export in the thread.");
        var file = found.Files[number];
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(Encoding.UTF8.GetBytes(file.Text), "application/octet-stream", file.Name);
    }
}
