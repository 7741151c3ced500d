using System.Globalization;
using MigrantBot.Core.Awareness;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Answer cards that are too long as a whole: whoever gets one gets a moderator's own words with it.</summary>
static class AnswerLength
{
    internal static IEnumerable<Finding> Find(IReadOnlyCollection<Text> texts, Catalogue catalogue)
    {
        var byKey = texts.ToLookup(text => text.Key);
        return from card in catalogue.Answers
               from paragraphs in card.Paragraphs.SelectMany(line => byKey[line.Key]).GroupBy(text => text.Language)
               let length = paragraphs.Sum(text => new StringInfo(Prose.Read(text.Value)).LengthInTextElements)
               where length > AnswerCard.MostCharacters
               select Finding.Error(paragraphs.First(), $"the card has {length} characters with all its paragraphs.", $"say less, or make two cards; an answer card has at most {AnswerCard.MostCharacters}.");
    }
}
