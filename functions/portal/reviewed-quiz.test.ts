import { checkQuiz } from '@sinau/quiz';
import { sampleQuestions, sampleQuiz } from '@sinau/quiz/testing';
import { expect, it } from 'vitest';
import { reviewedSections } from './reviewed-quiz.ts';

it('shows a reviewer every question of a frozen quiz, and for each what is right', () => {
  const sections = reviewedSections(sampleQuiz);
  const all = sections.flatMap(({ questions }) => questions);
  expect(checkQuiz(sampleQuiz)).toEqual([]);
  expect(all).toHaveLength(sampleQuiz.sections.flatMap(({ questions }) => questions).length);
  expect(all.every(({ answers }) => answers.some(({ share }) => share > 0))).toBe(true);
});

it('writes each kind in words', () => {
  const [section] = reviewedSections({
    ...sampleQuiz,
    sections: [{ sectionId: 's', pick: 2, questions: sampleQuestions }],
  });
  expect(section?.pick).toBe(2);
  const words = section?.questions.map(({ form, answers }) => [
    form,
    ...answers.map(({ text, number }) => text ?? number),
  ]);
  expect(words).toEqual([
    ['choice', 'Surakarta', 'Semarang', 'Tegal'],
    ['choice', '2', '4', '5', '7', '9'],
    ['true-false', 'Benar', 'Salah'],
    ['numeric', { value: 3.14, tolerance: 0.005, unit: 'rad' }, { value: 3, tolerance: 0.5, unit: 'rad' }],
    ['short-text', 'Soekarno', '*Hatta', 'Bung *'],
    ['matching', 'Medan → Sumatra', 'Malang → Jawa', 'Surakarta → Jawa', 'Palu → Sulawesi'],
    ['ordering', '1. Sumpah Pemuda', '2. Proklamasi', '3. Konferensi Asia-Afrika', '4. Reformasi'],
  ]);
});

it('calls no section drawn of which all questions are asked', () => {
  const questions = sampleQuestions.slice(0, 2);
  const [section] = reviewedSections({ ...sampleQuiz, sections: [{ sectionId: 's', pick: 2, questions }] });
  expect(section).not.toHaveProperty('pick');
});
