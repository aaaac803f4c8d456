// Published ahead of time, without a runtime: reads one bounce from standard input.
//
//     dotnet publish src/Samples/NativeReader -o reader && reader/NativeReader < bounce.eml
using BounceParser;

using var input = Console.OpenStandardInput();
var report = BounceInterpreter.Default.Interpret(input);
Console.WriteLine(report.Kind);
foreach (var diagnosis in report.Diagnoses)
    Console.WriteLine($"{diagnosis.FinalRecipient}: {diagnosis.Reason}, {diagnosis.Recommendation}: {diagnosis.Advice("en").Title}");
return report.Kind == BounceKind.NotABounce ? 1 : 0;
