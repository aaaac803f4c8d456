using System.Buffers;
using System.Text;
using BounceParser.Evidence;
using BounceParser.Mime;

namespace BounceParser.Dsn;

/// <summary>Reads the fields of a delivery status (RFC 3464, RFC 6533), as programs write them rather than as they should.</summary>
/// <remarks>
/// A group is one recipient. It ends where the next one is named or where a blank line is followed by a field that it has already;
/// blank lines alone do not end it. A group that names nobody counts only when no other does.
/// </remarks>
internal sealed class DeliveryStatusReader
{
    // Few values are longer.
    private const int Usual = 512;

    private static readonly SearchValues<string> NamingFields = SearchValues.Create(["final-recipient:", "original-recipient:"], StringComparison.OrdinalIgnoreCase);

    private readonly List<RecipientEvidence> _recipients = [];
    private readonly int _maxRecipients;
    private string? _reportingMta, _envelopeId, _nextOriginal;
    private DateTimeOffset? _arrivalDate;
    private RecipientGroup? _group, _last, _nameless;

    private DeliveryStatusReader(int maxRecipients) => _maxRecipients = maxRecipients;

    /// <summary>What the report says; without recipients when it names none and tells no outcome. Never throws for any bytes.</summary>
    /// <remarks>Reading ends behind the limit of recipients, not at it: one more shows that there are more.</remarks>
    public static BounceEvidence Read(ReadOnlySpan<byte> report, BounceParserOptions options)
    {
        var reader = new DeliveryStatusReader(options.MaxRecipients);
        var fields = new ReportFields(report, stackalloc char[Usual]);
        while (reader._recipients.Count <= reader._maxRecipients && fields.Read(out var field)) reader.Take(field);
        return reader.Finish();
    }

    /// <summary>What the fields among the lines of a text say; null when there are none.</summary>
    public static BounceEvidence? ReadText(string text, BounceParserOptions options) => HasFields(text) ? Read(Encoding.UTF8.GetBytes(text), options) : null;

    /// <summary>True when lines of the text are fields that name a recipient and say what became of the mail.</summary>
    public static bool HasFields(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(NamingFields)) return false;
        bool named = false, outcome = false;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.TrimStart("> \t");
            named |= Starts(line, "final-recipient:") || Starts(line, "original-recipient:");
            outcome |= Starts(line, "action:") || Starts(line, "status:") || Starts(line, "diagnostic-code:");
            if (named && outcome) return true;
        }

        return false;
    }

    private static bool Starts(ReadOnlySpan<char> line, string field) => line.StartsWith(field, StringComparison.OrdinalIgnoreCase);

    private void Take(in ReportField field)
    {
        switch (field.Name)
        {
            case FieldName.ReportingMta:
                // Of a second report that follows the first.
                if (_reportingMta is not null) Close();
                _reportingMta ??= HostField.Read(field.Value);
                break;
            case FieldName.ArrivalDate: _arrivalDate ??= MailDate.Read(field.Value); break;
            case FieldName.OriginalEnvelopeId: _envelopeId ??= field.Value is { IsEmpty: false } id ? AddressField.Xtext(id.Trim().ToString()) : null; break;
            case FieldName.FinalRecipient or FieldName.OriginalRecipient or FieldName.ActualRecipient or FieldName.Action or FieldName.Status or FieldName.RemoteMta or FieldName.DiagnosticCode
                or FieldName.LastAttemptDate or FieldName.WillRetryUntil:
                TakeOfRecipient(field);
                break;
            case FieldName.Extension: _group?.Add(field.Name, field.Value); break;
            default: break;
        }
    }

    private void TakeOfRecipient(in ReportField field)
    {
        if (field.Name == FieldName.OriginalRecipient && _group is { HasFinal: true } open && (open.HasOriginal || open.HasOutcome))
        {
            // Of this recipient, written late, or of the next one, written first: what follows tells.
            if (_nextOriginal is not null) Close();
            _nextOriginal = field.Value.ToString();
            return;
        }

        if (Opens(field)) Close();
        _group ??= Open();
        _group.Add(field.Name, field.Value);
    }

    private bool Opens(in ReportField field) => _group is { } group && (field.Name switch
    {
        FieldName.FinalRecipient => group.HasFinal || (field.AfterBlank && group.HasOutcome && (!group.HasOriginal || group.IsOfAnother(field.Value))),
        FieldName.OriginalRecipient => group.HasOriginal,
        _ => (field.AfterBlank || _nextOriginal is not null) && group.Repeats(field.Name),
    });

    private RecipientGroup Open()
    {
        var group = new RecipientGroup();
        if (_nextOriginal is not null) group.Add(FieldName.OriginalRecipient, _nextOriginal);
        _nextOriginal = null;
        return group;
    }

    private void Close()
    {
        if (_group is { NamesRecipient: true })
        {
            _recipients.Add(_group.ToEvidence());
            _last = _group;
        }
        else if (_group is { HasOutcome: true }) _nameless ??= _group;

        _group = null;
    }

    private BounceEvidence Finish()
    {
        if (_nextOriginal is not null)
        {
            _group?.Add(FieldName.OriginalRecipient, _nextOriginal);
            _nextOriginal = null;
        }

        Close();
        if (_nameless is not null && _recipients.Count == 0) _recipients.Add(_nameless.ToEvidence());
        else if (_nameless is not null && _recipients.Count == 1 && _last is { HasOutcome: false })
        {
            _last.Complete(_nameless);
            _recipients[0] = _last.ToEvidence();
        }

        return new BounceEvidence { ReportingMta = _reportingMta, ArrivalDate = _arrivalDate, EnvelopeId = _envelopeId, Recipients = _recipients, IsTruncated = _recipients.Count > _maxRecipients };
    }
}
