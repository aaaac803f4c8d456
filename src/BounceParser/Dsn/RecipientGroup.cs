using System.Text;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dsn;

/// <summary>The fields of one recipient as they are met (RFC 3464 section 2.3).</summary>
internal sealed class RecipientGroup
{
    private const int LongestDiagnostic = 64 * 1024;

    private string? _final, _original, _actual, _actualType, _diagnostic, _extra, _remoteMta, _comment, _notRecipient, _exitStatus;
    private DsnAction? _action;
    private EnhancedStatusCode? _status;
    private DateTimeOffset? _lastAttempt, _willRetryUntil;
    private bool _hasFinal, _hasAction, _hasStatus, _isCommand;
    private StringBuilder? _diagnostics;

    public bool HasFinal => _hasFinal;
    public bool HasOriginal => _original is not null;
    public bool HasOutcome => _hasAction || _hasStatus;
    public bool NamesRecipient => _final is not null || _original is not null || _actual is not null || _notRecipient is not null;

    /// <summary>True when the original recipient of this group is another than the address that a field names.</summary>
    public bool IsOfAnother(ReadOnlySpan<char> value) =>
        MailAddress.IsQualified(_original) && AddressField.Address(value) is { } named && MailAddress.IsQualified(named) && !named.Equals(_original, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the group has this field already and another one of it would say something of another recipient.</summary>
    public bool Repeats(FieldName name) => name switch
    {
        FieldName.FinalRecipient => _hasFinal,
        FieldName.OriginalRecipient => HasOriginal,
        FieldName.Action => _hasAction,
        FieldName.Status => _hasStatus,
        FieldName.DiagnosticCode => _diagnostic is not null,
        _ => false,
    };

    public void Add(FieldName name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case FieldName.FinalRecipient:
                _hasFinal = true;
                if (AddressField.Address(value) is not { } final) break;
                if (AddressField.IsRecipient(final)) _final ??= final;
                else _notRecipient ??= final;
                break;
            case FieldName.OriginalRecipient: _original ??= AddressField.Original(value); break;
            case FieldName.ActualRecipient:
                _actual ??= AddressField.Address(value);
                _actualType ??= value.ToString();
                break;
            case FieldName.Action:
                _hasAction = true;
                _action ??= OutcomeField.Action(value);
                break;
            case FieldName.Status:
                _hasStatus = true;
                if (_status is null) _status = OutcomeField.Status(value, out _comment);
                // "Status: 553 Exceeded maximum inbound message size"
                if (_status is null) _extra ??= OutcomeField.ReplyIn(value);
                break;
            case FieldName.RemoteMta: _remoteMta ??= HostField.Read(value); break;
            case FieldName.DiagnosticCode: AddDiagnostic(OutcomeField.Diagnostic(value, out var ofCommand), ofCommand); break;
            case FieldName.LastAttemptDate: _lastAttempt ??= MailDate.Read(value); break;
            case FieldName.WillRetryUntil: _willRetryUntil ??= MailDate.Read(value); break;
            case FieldName.Extension: _extra ??= OutcomeField.ReplyIn(value); break;
            default: break;
        }
    }

    /// <summary>Takes from a group that named nobody what this one lacks.</summary>
    public void Complete(RecipientGroup nameless)
    {
        _action ??= nameless._action;
        _status ??= nameless._status;
        _diagnostic ??= nameless.Diagnostic;
        _remoteMta ??= nameless._remoteMta;
        _lastAttempt ??= nameless._lastAttempt;
        _willRetryUntil ??= nameless._willRetryUntil;
    }

    public RecipientEvidence ToEvidence()
    {
        var words = Diagnostic is { } told && !string.IsNullOrWhiteSpace(told) ? told : _extra ?? "";
        // AOL's reports of a failure gave the answer to another command: "SMTP; 250 OK".
        if (_action == DsnAction.Failed && ReplyScanner.Find(words) is { Code: < 400 }) (words, _comment) = ("", words);
        var final = IsWithinServer(_final, _original) ? _original : _final;
        // Behind an alias sendmail names the alias first and the address that failed here.
        var behindAlias = final is not null && IsOther(_actual, final);
        return new RecipientEvidence
        {
            FinalRecipient = behindAlias ? _actual : final ?? (IsAddress(_actual) ? _actual : null) ?? _original,
            OriginalRecipient = _original,
            Alias = behindAlias ? final : LeadsElsewhere ? _original : null,
            Action = _action,
            Status = _status,
            DiagnosticText = words,
            Comment = _notRecipient ?? (words.Length == 0 ? _comment ?? ExitStatus ?? "" : ""),
            RemoteMta = _remoteMta,
            Stage = _isCommand ? SmtpStage.LocalDelivery : SmtpStage.Unknown,
            LastAttempt = _lastAttempt,
            WillRetryUntil = _willRetryUntil,
        };
    }

    private string? Diagnostic => _diagnostics?.ToString() ?? _diagnostic;

    private string? ExitStatus => _exitStatus is null ? null : "exit status " + _exitStatus;

    // "LOCAL; <mary>" of CommuniGate and "mary@ims-ms-daemon" of Sun are mailboxes within a server: nobody can write to them.
    private static bool IsWithinServer(string? final, string? original) =>
        final is not null && MailAddress.IsQualified(original)
        && (!final.Contains('@') || (!MailAddress.IsQualified(final) && MailAddress.Local(final).Equals(MailAddress.Local(original), StringComparison.OrdinalIgnoreCase)));

    // "X-Local; ghost", or a program, where anna@dest.example was written.
    private bool LeadsElsewhere => _original is not null && MailAddress.IsQualified(_original) && (AddressField.IsProgram(_notRecipient ?? _final)
        || (_final is { Length: > 0 } && _final.AsSpan().IndexOfAny("@=;/") < 0 && !MailAddress.Local(_original).Equals(_final.Trim('<', '>', '"', ' '), StringComparison.OrdinalIgnoreCase)));

    private bool IsOther(string? actual, string final)
    {
        if (!IsAddress(actual) || actual!.Equals(final, StringComparison.OrdinalIgnoreCase)) return false;
        // "user" for "user@host" is the same mailbox.
        return actual.Contains('@') || !MailAddress.Local(final).Equals(actual, StringComparison.OrdinalIgnoreCase);
    }

    // A command or a file stands there too: "X-Unix; |/usr/bin/filter".
    private bool IsAddress(string? actual) =>
        actual is { Length: > 0 } && actual.AsSpan().IndexOfAny(" |/\\\n;") < 0
        && _actualType?.TrimStart().StartsWith("x-unix", StringComparison.OrdinalIgnoreCase) != true;

    private void AddDiagnostic(string words, bool ofCommand)
    {
        if (ofCommand && OutcomeField.IsExitStatus(words))
        {
            _exitStatus ??= words;
            return;
        }

        _isCommand |= ofCommand;
        if (string.IsNullOrEmpty(_diagnostic)) _diagnostic = words;
        else if (words.Length > 0 && (_diagnostics?.Length ?? _diagnostic.Length) < LongestDiagnostic) (_diagnostics ??= new StringBuilder(_diagnostic)).Append('\n').Append(words);
    }
}
