using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A recipient of whom the directory of Exchange 5.5 knows no name: <c>c=DE;a= ;p=DEST;o=HQ;dda:SMTP=a@b; on Wed, ...</c></summary>
internal static class PlaceInDirectory
{
    private const string Attribute = ";dda:SMTP=";

    public static RecipientPlace? Read(in ReportLine line) =>
        Caseless.IndexOf(line.Words, Attribute) is > 0 and var at && AddressLine.First(line.Words[(at + Attribute.Length)..]) is { } address
            ? line.Listed(address, "") : null;
}
