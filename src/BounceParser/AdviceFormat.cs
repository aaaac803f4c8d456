namespace BounceParser;

/// <summary>How <see cref="AdviceBook.Format"/> writes a piece of advice.</summary>
public enum AdviceFormat
{
    /// <summary>Plain text: headings on lines of their own, steps numbered.</summary>
    PlainText = 0,

    /// <summary>Markdown, headings from the second level on.</summary>
    Markdown = 1,

    /// <summary>An HTML fragment, <c>section</c>, every text encoded.</summary>
    Html = 2,
}
