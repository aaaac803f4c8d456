using BounceParser.Classification;

File.WriteAllBytes(args[0], RuleCatalogue.Load([]).ToImage());
