using System.Text;
using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Dialects;
using BounceParser.Recognition;

(string Name, byte[] Bytes)[] images =
[
    ("rules", RuleCatalogue.Load([]).ToImage()),
    ("words", WordCatalogue.Written().ToImage(Statements.Ideas)),
    ("kinds", KindTable.Written().ToImage()),
    ("dialects", DialectRegistry.ToImage()),
    ("reasons", ReasonTable.ToImage()),
    ("situations", SituationTable.ToImage()),
    ("version", Encoding.ASCII.GetBytes(CatalogueVersion.Fingerprint())),
];
foreach (var (name, bytes) in images) File.WriteAllBytes(Path.Combine(args[0], name + ".image"), bytes);
