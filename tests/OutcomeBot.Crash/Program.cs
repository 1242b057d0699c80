using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Storage;
using OutcomeBot.Runtime;
using OutcomeBot.Storage.LiteDb;

// The process that the crash tests kill: it writes turns, marks and lines as fast as it can, says each one that was
// acknowledged on a line of its own, and goes on until it is gone.
var path = args[0];
var round = args[1];
var store = LiteDbStore.Open(path, Given.Practices, NullLogger.Instance);
var journal = new LiteDbJournal(store, Given.Practices);
var rooms = new LiteDbRoomBook(store);
var says = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
await says.WriteLineAsync("ready");
await Task.WhenAll(Enumerable.Range(0, 16).Select(WriteAsync));

async Task WriteAsync(int writer)
{
    for (var i = 0; ; i++)
    {
        var subject = Given.Subject(i % 2 == 0 ? $"hot{writer}" : $"r{round}w{writer}n{i}");
        var turn = Given.Turn(subject, await journal.OpenAsync(subject, default), replies: [new Show(), new Post(Given.Room(), new Card("Hello"))]);
        if (await journal.SaveAsync(turn, default) != SaveResult.Saved) continue;
        await says.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"turn {subject.Id} {turn.After.Version}"));
        await journal.MarkAsync(new Attempted(subject, turn.Parcels[0].Id, turn.At), default);
        await says.WriteLineAsync($"arriving {turn.Parcels[0].Id}");
        await journal.MarkAsync(new Arrived(subject, turn.Parcels[0].Id, turn.At, "m-" + subject.Id, "t-" + subject.Id), default);
        await says.WriteLineAsync($"arrived {subject.Id} {turn.Parcels[0].Id}");
        if (i % 10 != 0) continue;
        var line = new RoomLine(string.Create(CultureInfo.InvariantCulture, $"{round}-{writer}-{i:D8}"), Given.Room(), turn.At, Given.Ann, "Hello");
        await rooms.PutAsync(line, default);
        await says.WriteLineAsync($"line {line.Id}");
    }
}
