namespace BounceParser.Dialects;

/// <summary>What words of a report are about: the ideas of <see cref="DeliveryWords"/> that are looked for in its sentences.</summary>
internal enum Idea
{
    Failed,
    Late,
    Final,
    Expired,
    Arrived,
    Mail,
    Own,
    Contact,
    ForReader,
    Goods,
    Person,
    CaseBehind,
    Why,
    Refused,
}
