namespace BounceParser;

/// <summary>Advice where a diagnosis is at hand.</summary>
public static class DiagnosisAdvice
{
    /// <summary>The advice of the built-in book for this diagnosis.</summary>
    /// <param name="diagnosis">What happened.</param>
    /// <param name="culture">A language such as <c>fr</c> or <c>fr-CA</c>; an unknown one falls back to its parent, then to English.</param>
    public static Advice Advice(this Diagnosis diagnosis, string culture) => AdviceBook.Default.For(diagnosis, culture);
}
