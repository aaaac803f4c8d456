using BounceParser.Catalogue;
using BounceParser.Classification;

var folder = args[0];
File.WriteAllBytes(Path.Combine(folder, "rules.image"), RuleCatalogue.Load([]).ToImage());
File.WriteAllBytes(Path.Combine(folder, "words.image"), WordCatalogue.ToImage());
