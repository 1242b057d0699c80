using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace OutcomeBot.Core.Chat;

/// <summary>Questions put to one person at once. Filled, it comes back as <see cref="Filled"/> with the same press.</summary>
/// <param name="Title">At most 24 characters, which is the least any platform shows.</param>
/// <param name="Submit">The outcome in words, at most 24 characters.</param>
/// <param name="Press">Where the filled form goes.</param>
/// <param name="Intro">What is being asked, in a sentence or two; may be empty.</param>
/// <param name="Fields">The questions, in order.</param>
public sealed record Form(string Title, string Submit, Press Press, Words Intro, ImmutableArray<Field> Fields)
{
    /// <summary>What some of its numbers have to sum to; a door that can shows how much is left while they are typed.</summary>
    public Budget? Budget { get; init; }
}

/// <summary>So many to give, over these fields.</summary>
/// <param name="Total">What they sum to.</param>
/// <param name="Unit">What is given, such as points.</param>
/// <param name="Fields">The fields by name.</param>
public sealed record Budget(int Total, string Unit, ImmutableArray<string> Fields);

/// <summary>A question on a form. The name is the key of its answer: letters, digits and dashes, unique in the form.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(TextField), "text")]
[JsonDerivedType(typeof(ChoiceField), "choice")]
[JsonDerivedType(typeof(SeveralField), "several")]
[JsonDerivedType(typeof(DateField), "date")]
[JsonDerivedType(typeof(PersonField), "person")]
[JsonDerivedType(typeof(ChannelField), "channel")]
[JsonDerivedType(typeof(FileField), "file")]
public abstract record Field(string Name, string Label)
{
    /// <summary>A line under the question.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether it may be left empty.</summary>
    public Answering Answering { get; init; } = Answering.Required;
}

/// <summary>Whether a field may be left empty.</summary>
public enum Answering
{
    Required,
    Optional,
}

/// <summary>Typed text, up to <paramref name="Longest"/> characters (never over 3,000, which every platform can carry).</summary>
public sealed record TextField(string Name, string Label, int Longest = 500, TextSize Size = TextSize.Line, string Value = "") : Field(Name, Label);

/// <summary>How much room a text field shows.</summary>
public enum TextSize
{
    Line,
    Paragraph,
}

/// <summary>One of a list (2 to 100 options, each label and value at most 75 characters after shortening by the writer).</summary>
public sealed record ChoiceField(string Name, string Label, ImmutableArray<Option> Options, string? Chosen = null) : Field(Name, Label);

/// <summary>Any number of a list.</summary>
public sealed record SeveralField(string Name, string Label, ImmutableArray<Option> Options, ImmutableArray<string> Chosen) : Field(Name, Label);

/// <summary>A thing to choose.</summary>
public sealed record Option(string Value, string Label);

/// <summary>A date.</summary>
public sealed record DateField(string Name, string Label, LocalDate? Value = null) : Field(Name, Label);

/// <summary>Somebody of this tenant.</summary>
public sealed record PersonField(string Name, string Label, Person? Value = null) : Field(Name, Label);

/// <summary>A channel of this tenant.</summary>
public sealed record ChannelField(string Name, string Label) : Field(Name, Label);

/// <summary>A small text file; its answer is the text in it, at most <paramref name="Longest"/> bytes.</summary>
public sealed record FileField(string Name, string Label, ImmutableArray<string> Extensions, int Longest = 1_000_000) : Field(Name, Label);
