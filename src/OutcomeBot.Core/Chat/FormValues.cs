using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace OutcomeBot.Core.Chat;

/// <summary>What came back with a form: texts by field name, and the people that fields named.</summary>
public sealed record FormValues(ImmutableDictionary<string, ImmutableArray<string>> Texts, ImmutableArray<Person> People)
{
    /// <summary>Nothing filled in.</summary>
    public static FormValues Empty { get; } = new([], []);

    /// <summary>These single texts by field name, as a test or a script writes them.</summary>
    public static FormValues Of(params IEnumerable<(string Field, string Text)> texts) =>
        new(texts.ToImmutableDictionary(pair => pair.Field, pair => ImmutableArray.Create(pair.Text)), []);

    /// <summary>The text of a field, trimmed; empty when it was left empty.</summary>
    public string Text(string field) => Texts.TryGetValue(field, out var texts) && texts.Length > 0 ? texts[0].Trim() : "";

    /// <summary>All choices of a field.</summary>
    public ImmutableArray<string> Several(string field) => Texts.TryGetValue(field, out var texts) ? texts : [];

    /// <summary>The choice of a field, by its name alone: a number that would also parse is none. Null when nothing was chosen, or nothing of these.</summary>
    public TChoice? Choice<TChoice>(string field)
        where TChoice : struct, Enum =>
        Enum.GetNames<TChoice>().Contains(Text(field)) ? Enum.Parse<TChoice>(Text(field)) : null;

    /// <summary>The date of a field, written 2026-12-04; null when empty or not a date.</summary>
    public LocalDate? Date(string field) =>
        LocalDatePattern.Iso.Parse(Text(field)) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>The person of a field; null when nobody, or nobody this tenant knows.</summary>
    public Person? Person(string field) => Text(field) is { Length: > 0 } id ? People.FirstOrDefault(person => person.Id == id) : null;
}
