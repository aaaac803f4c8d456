namespace BounceParser.Recognition;

/// <summary>What the marks of <c>Kinds/</c> tell of a mail; several may hold of one.</summary>
internal enum MailKind { Challenge, Complaint, List, Newsletter, Manager, Reply, AutoReplySubject, AutoReply, AutoSubmitted, Notice, Subject, NoReturnPath, Bouncer, System, Daemon, Refusal, Refuser }
