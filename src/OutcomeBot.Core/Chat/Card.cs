using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OutcomeBot.Core.Chat;

/// <summary>What a message says, without layout or platform words. Every door writes it in its own way.</summary>
[method: JsonConstructor]
public sealed record Card(string Title, ImmutableArray<Block> Blocks)
{
    public Card(string title, params IEnumerable<Block> blocks)
        : this(title, [.. blocks]) { }
}

/// <summary>A part of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Prose), "prose")]
[JsonDerivedType(typeof(Aside), "aside")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Outline), "outline")]
[JsonDerivedType(typeof(Tree), "tree")]
[JsonDerivedType(typeof(Plot), "plot")]
[JsonDerivedType(typeof(Spreads), "spreads")]
[JsonDerivedType(typeof(Board), "board")]
[JsonDerivedType(typeof(Buttons), "buttons")]
public abstract record Block;

/// <summary>A paragraph.</summary>
public sealed record Prose(Words Words) : Block;

/// <summary>A quiet line: history, hints, where a number came from.</summary>
public sealed record Aside(Words Words) : Block;

/// <summary>Short labelled values.</summary>
[method: JsonConstructor]
public sealed record Facts(ImmutableArray<Fact> Items) : Block
{
    public Facts(params IEnumerable<Fact> items)
        : this([.. items]) { }
}

/// <summary>One labelled value.</summary>
public sealed record Fact(string Label, Words Value);

/// <summary>Rows under named columns; the caption says what the table answers.</summary>
public sealed record Table(string Caption, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Words>> Rows) : Block;

/// <summary>A column: its head, and whether its cells are numbers (aligned right).</summary>
public sealed record Column(string Head, ColumnKind Kind = ColumnKind.Text);

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    Text,
    Number,
}

/// <summary>Nested lines, outermost first: a tree told in text.</summary>
public sealed record Outline(ImmutableArray<OutlineRow> Rows) : Block;

/// <summary>A line of an outline: how deep it stands (0 is outermost), its mark (such as 2.1), what it says, and a quiet second line.</summary>
public sealed record OutlineRow(int Depth, string Mark, Words Words, Words? Quiet = null, CauseMark Is = CauseMark.Open);

/// <summary>A picture of a tree of causes, drawn left to right, the problem first.</summary>
public sealed record Tree(string Title, string Subtitle, string Footnote, ImmutableArray<TreeNode> Nodes, string AltText) : Drawn(Title, Subtitle, Footnote, AltText);

/// <summary>A node of a picture: parents come before their children; the first node is the problem and has no parent.</summary>
public sealed record TreeNode(string Id, string? Parent, string Mark, string Text, string Quiet, CauseMark Is, Branching Children = Branching.Or)
{
    /// <summary>A root cause is outlined strongly.</summary>
    public bool IsRootCause { get; init; }
}

/// <summary>How a node stands; each has its own shape and word, never colour alone.</summary>
public enum CauseMark
{
    Open,
    Problem,
    Proposed,
    Supported,
    Contested,
    Refuted,
}

/// <summary>Whether each child alone is enough (Or) or all are needed together (And).</summary>
public enum Branching
{
    Or,
    And,
}

/// <summary>Things to press, in order of use.</summary>
[method: JsonConstructor]
public sealed record Buttons(ImmutableArray<Button> Items) : Block
{
    public Buttons(params IEnumerable<Button> items)
        : this([.. items]) { }
}

/// <summary>A thing to press: the outcome in words, and the press it sends. <paramref name="About"/> tells screen readers what it acts on.</summary>
public sealed record Button(string Label, Press Press, ButtonKind Kind = ButtonKind.Plain, string? About = null);

/// <summary>At most one primary button a card; a grave one asks again before it acts.</summary>
public enum ButtonKind
{
    Plain,
    Primary,
    Grave,
}
