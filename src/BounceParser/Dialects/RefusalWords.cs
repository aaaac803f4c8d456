using System.Buffers;
using BounceParser.Smtp;

namespace BounceParser.Dialects;

/// <summary>Tells how much a paragraph says of why: a reply with its code, a labelled reason, words of refusal, nothing.</summary>
internal static class RefusalWords
{
    private static readonly SearchValues<string> Introductions = SearchValues.Create(
    [
        "reason:", "reason :", "the reason", "following reason", "error:", "error was", "error message", "error type", "said:", "responded", "response", "replied", "returned:", "because", "diagnostic", "problem appears", "problem was", "technical details", "server message", "error description", "failed with", "remote server", "remote host",
        "due to", "error-text", "error code", "rejected by", "raison", "motif", "erreur", "grund:", "grund :", "begründung", "fehler:", "fehlermeldung", "fehlercode", "antwort", "motivo", "razón", "causa:", "errore", "erro:", "reden:", "foutmelding", "fout:", "orsak", "årsag", "årsak", "syy:", "powód", "błąd", "důvod", "chyba", "причин", "ошибк", "ответ",
        "理由", "原因", "エラー", "错误", "錯誤", "이유", "사유", "오류", "neden", "sebep", "hata", "السبب", "خطأ", "transcript",
    ], StringComparison.Ordinal);

    private static readonly SearchValues<string> Refusals = SearchValues.Create(
    [
        "quota", "mailbox is full", "mailbox full", "full mailbox", "is full", "unknown", "not found", "no such", "not exist", "nonexist", "non-exist", "no longer", "not known", "not recognized", "not recognised", "not listed", "invalid", "incorrect", "disabled", "discontinued", "inactive", "suspended", "unavailable", "not available", "expired",
        "unrouteable", "unroutable", "rejected", "refused", "denied", "blocked", "blacklist", "block list", "spam", "virus", "policy", "timed out", "time out", "timeout", "not responding", "not reachable", "unreachable", "not respond", "cannot connect", "could not connect", "unable to connect", "connection", "no mailbox", "doesn't have", "does not have",
        "too large", "too big", "exceed", "size limit", "loop", "hop count", "too many", "not authorized", "not allowed", "not permitted", "not accept", "name server", "dns", "mx record", "local configuration", "disk space", "storage", "misspelled", "no matches", "relay", "member of", "looping", "bad address", "wrong", "overdrawn", "not collected", "over limit",
        "plein", "n'existe pas", "inconnu", "introuvable", "saturé", "dépass", "refusé", "rejeté", "indisponible", "désactivé", "invalide", "voll", "existiert nicht", "unbekannt", "nicht gefunden", "überschritten", "abgelehnt", "verweigert", "ungültig", "gesperrt", "nicht erreichbar", "deaktiviert", "nicht gültig", "no existe", "desconocid", "llen", "no se encontr", "rechazad", "no válid", "inválid", "non esiste", "inesistente", "sconosciut", "pien", "rifiutat", "respint", "non trovat", "não existe",
        "cheia", "não encontrad", "bestaat niet", "onbekend", "is vol", "niet gevonden", "geweigerd", "finns inte", "okänd", "hittades inte", "fuld", "findes ikke", "ukendt", "finnes ikke", "ukjent", "ei ole olemassa", "tuntematon", "täynnä", "nie istnieje", "nieznany", "przepełnion", "neexistuje", "neznám", "plná", "не существует", "не найден", "неизвест", "переполнен", "заблокирован", "отклонен", "отключен",
        "見つかりません", "存在しません", "存在しない", "満杯", "一杯", "いっぱい", "容量", "超過", "拒否", "不明", "無効", "不存在", "已满", "已滿", "拒绝", "拒絕", "找不到", "未找到", "禁用", "존재하지 않", "가득", "찾을 수 없", "거부", "초과", "bulunamadı", "dolu", "mevcut değil", "reddedildi", "غير موجود", "ممتلئ", "مرفوض",
    ], StringComparison.Ordinal);

    /// <summary>3: a reply or a marked enhanced status code; 2: a labelled reason, a bare code; 1: words of refusal; 0: none of these.</summary>
    public static int Weight(ReadOnlySpan<char> words)
    {
        if (words.IsWhiteSpace()) return 0;
        if (ReplyScanner.Find(words) is { Code: >= 400 }) return 3;
        var status = StatusScanner.Find(words);
        if (status is { Code.Class: >= 4, IsMarked: true }) return 3;
        var folded = MarkerIndex.Fold(words).AsSpan();
        if (status is { Code.Class: >= 4 } || folded.IndexOfAny(Introductions) >= 0) return 2;
        return folded.IndexOfAny(Refusals) >= 0 ? 1 : 0;
    }

    /// <summary>True when the words hold a refusing reply or an enhanced status code.</summary>
    public static bool HasCode(ReadOnlySpan<char> words) =>
        ReplyScanner.Find(words) is { Code: >= 400 } || StatusScanner.Find(words) is { Code.Class: >= 4 };

    /// <summary>True when folded words say why, in any language of the table.</summary>
    public static bool Refuse(ReadOnlySpan<char> folded) => folded.IndexOfAny(Refusals) >= 0;
}
