// Days, months and quarters, where the browser has no words for them.
export const moments = {
  en: { quarter: (number, year) => `quarter ${number} of ${year}` },
  ru: { quarter: (number, year) => `${number}-й квартал ${year} г.` },
};
