// What is said before a session ends.
export const ending = {
  en: {
    minutes: ['minute', 'minutes', 'minutes'],
    idle: (count, minutes) => `You will be signed out in ${count} ${minutes}, since nothing was done here for a while.`,
    whole: (count, minutes) => `You will be signed out in ${count} ${minutes}: eight hours are enough for a day. Finish what you are writing, then sign in again.`,
    stay: 'Stay signed in',
  },
  ru: {
    minutes: ['минуту', 'минуты', 'минут'],
    idle: (count, minutes) => `Через ${count} ${minutes} сеанс закончится: здесь давно ничего не происходило.`,
    whole: (count, minutes) => `Через ${count} ${minutes} сеанс закончится: восьми часов в день достаточно. Допишите начатое, затем войдите снова.`,
    stay: 'Остаться',
  },
};
