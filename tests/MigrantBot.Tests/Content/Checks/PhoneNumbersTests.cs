using MigrantBot.Content.Checks;

namespace MigrantBot.Tests.Content.Checks;

public sealed class PhoneNumbersTests
{
    [Theory]
    [InlineData("Звоните +7 925 115 50 47.")]
    [InlineData("Звоните 8 (925) 115-50-47.")]
    [InlineData("Звоните 89251155047")]
    [InlineData("+996 999 312 002")]
    [InlineData("150-00-00, сразу")]
    public void A_telephone_number_in_words_is_an_error(string words) => Assert.True(Assert.Single(PhoneNumbers.InTexts([Planted.Text("ru", words)])).IsError);

    [Theory]
    [InlineData("1 200 000 рублей, 2022–2026, 2022-2026, 21.11.2026, 2026-11-21")]
    [InlineData("с 9:00 до 18:00, {phone}, статья 154, 53-ФЗ")]
    public void Money_days_and_hours_are_let_through(string words) => Assert.Empty(PhoneNumbers.InTexts([Planted.Text("ru", words)]));

    [Theory]
    [InlineData("contacts.yaml", "sources", "+7 925 115 50 47", 1)]
    [InlineData("cases.yaml", "numbers", "8 925 115 50 47", 1)]
    [InlineData("contacts.yaml", "phones", "+7 925 115 50 47", 0)]
    [InlineData("laws.yaml", "checked_on", "2026-11-21", 0)]
    [InlineData("laws.yaml", "sources", "https://minval.az/news/124512512", 0)]
    [InlineData("cases.yaml", "numbers", "3 000 000", 0)]
    public void A_telephone_number_in_data_stands_among_the_phones_of_contacts_only(string file, string field, string value, int errors)
    {
        var findings = PhoneNumbers.InData([new DataValue(file, 5, "test", field, value)]).ToList();
        Assert.Equal(errors, findings.Count);
        Assert.All(findings, finding => Assert.Equal((file, 5L, true), (finding.Fault.File, finding.Fault.Line, finding.IsError)));
    }
}
