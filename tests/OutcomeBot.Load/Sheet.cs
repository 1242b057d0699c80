using System.Globalization;

namespace OutcomeBot.Load;

/// <summary>What is printed: small tables and sentences.</summary>
internal static class Sheet
{
    public static void Line(string sentence) => Console.WriteLine(sentence);

    public static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);

    public static void Print(string title, string[] head, params IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(head).ToList();
        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        Console.WriteLine($"\n{title}");
        foreach (var row in all)
            Console.WriteLine("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
    }
}
