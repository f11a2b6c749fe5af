import { describe, expect, it } from 'vitest';
import { substituteVariables, type VariableValues } from './variables.ts';

const values: VariableValues = {
  resourceLink: { id: 'link-1', title: 'Etika' },
  context: { id: 'course-1', title: 'Etika publik' },
  user: { id: 'pseudonym' },
  roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
  platform: { guid: 'sinau.example', name: 'Sinau', version: '1.0' },
  lineItem: { tag: 'final', maximum: 100 },
  locale: 'id',
};

describe('substituteVariables', () => {
  it('L8: puts values in the place of variables, all of them texts', () => {
    const custom = {
      link: '$ResourceLink.id',
      course: '$Context.id',
      history: '$Context.id.history',
      user: '$User.id',
      most: '$LineItem.resultValue.max',
    };
    expect(substituteVariables(custom, values)).toEqual({
      ...{ link: 'link-1', course: 'course-1', history: '', user: 'pseudonym', most: '100' },
    });
  });

  it('L8: names the course as its provider does, the platform, and where the launch is shown', () => {
    const told: VariableValues = {
      ...values,
      platform: { ...values.platform, url: 'https://sinau.example' },
      sourced: { section: 'kelas-7' },
      presentation: { target: 'window', returnUrl: 'https://sinau.example/lti/return' },
    };
    const custom = {
      ...{
        kelas: '$CourseSection.sourcedId',
        tempat: '$Context.sourcedId',
        kursus: '$CourseOffering.sourcedId',
      },
      ...{ judul: '$CourseOffering.title', situs: '$ToolPlatformInstance.url', jenis: '$Context.type' },
      ...{ produk: '$ToolPlatform.productFamilyCode', jendela: '$Message.documentTarget' },
      kembali: '$Message.returnUrl',
    };
    expect(substituteVariables(custom, told)).toEqual({
      ...{ kelas: 'kelas-7', tempat: 'kelas-7', kursus: '$CourseOffering.sourcedId', judul: 'Etika publik' },
      jenis: 'http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering',
      ...{ situs: 'https://sinau.example', produk: 'sinau', jendela: 'window' },
      kembali: 'https://sinau.example/lti/return',
    });
  });

  it.each([
    ['an unknown variable', '$Unknown.thing'],
    ['what the tool may not know', '$Person.sourcedId'],
    ['a user name that stands for the same', '$User.username'],
    ['a class that no system told of', '$CourseSection.sourcedId'],
    ['whose mentor somebody is, as nobody is launched as one', '$User.scope.mentor'],
    ['a name that every object has', '$constructor'],
    ['a variable within a text', 'a $User.id'],
    ['a plain text', 'CS230'],
    ['nothing', ''],
  ])('L8: leaves %s as it was written', (_, text) => {
    expect(substituteVariables({ text }, values)).toEqual({ text });
  });

  it('L8 L9: gives what an agreement allows', () => {
    const told = { ...values, user: { id: 'p', sourcedId: '199001012020121001', name: 'Sri' } };
    expect(substituteVariables({ nip: '$Person.sourcedId', name: '$Person.name.full' }, told)).toEqual({
      nip: '199001012020121001',
      name: 'Sri',
    });
  });
});
