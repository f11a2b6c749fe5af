import { readXml } from '@sinau/platform/xml';
import { describe, expect, it } from 'vitest';
import { launchableItems, type ScormCourse } from './model.ts';
import { readManifest } from './read-manifest.ts';

// Written by hand in the manner of the tools' exports: what they have in common is shape, not words.
const lines = (...text: readonly string[]) => text.join('\n');
const xsi =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://x.example a.xsd"';
const ns12 =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"';
const ns2004 =
  'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"';

const slides = lines(
  '<?xml version="1.0" encoding="utf-8"?>',
  `<manifest identifier="kursus_id" version="1" ${ns12} ${xsi}>`,
  '<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>',
  '<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title>',
  '<langstring xml:lang="x-none">Judul lain</langstring></title></general></lom></metadata>',
  '<organizations default="kursus_org"><organization identifier="kursus_org"><title>Gratifikasi</title>',
  '<item identifier="i1" identifierref="r1" isvisible="true" parameters=""><title>Gratifikasi</title>',
  '<adlcp:masteryscore>80</adlcp:masteryscore></item></organization></organizations>',
  '<resources><resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="lms/mulai.html">',
  '<file href="lms/mulai.html"/><file href="./lms/player.js"/></resource></resources></manifest>',
);

const converted = lines(
  `<manifest identifier="p" ${ns2004}>`,
  '<metadata><schema>ADL SCORM</schema><schemaversion>CAM 1.3</schemaversion></metadata>',
  '<organizations default="org"><organization identifier="org" adlseq:objectivesGlobalToSystem="false"',
  ' xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"><title>Presentasi</title>',
  '<item identifier="it" identifierref="res"><title>Presentasi</title>',
  '<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="PRIMARY" satisfiedByMeasure="true">',
  '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>',
  '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing></item>',
  '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>',
  '</organization></organizations><resources>',
  '<resource identifier="res" type="webcontent" adlcp:scormType="sco" href="res/index.html">',
  '<file href="res\\index.html"/><file href="res\\data\\player.js"/></resource></resources></manifest>',
);

const pages = lines(
  `<manifest identifier="eX" ${ns12}>`,
  '<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>',
  '<organizations default="O"><organization identifier="O" structure="hierarchical"><title>Buku</title>',
  '<item identifier="A" isvisible="true" identifierref="RA"><title>Bab 1</title>',
  '<item identifier="B" isvisible="true" identifierref="RB"><title>Bab 1.1</title>',
  '<adlcp:prerequisites type="aicc_script">A</adlcp:prerequisites></item></item></organization></organizations>',
  '<resources xml:base="isi/"><resource identifier="RA" type="webcontent" adlcp:scormtype="sco" href="index.html">',
  '<file href="index.html"><file href="a.css"/></file><dependency identifierref="BERSAMA"/></resource>',
  '<resource identifier="RB" type="webcontent" adlcp:scormtype="sco" href="bab%201.html"><file href="bab 1.html"/>',
  '<dependency identifierref="BERSAMA"/></resource>',
  '<resource identifier="BERSAMA" type="webcontent" adlcp:scormtype="asset"><file href="a.css"/></resource>',
  '</resources></manifest>',
);

function read(xml: string, files: readonly string[]): ScormCourse {
  const document = readXml(new TextEncoder().encode(xml), { maxBytes: 1_000_000 });
  const { course, findings } = readManifest(document, { files: new Set(files) });
  expect(findings).toEqual([]);
  if (!course) throw new Error('refused without a finding');
  return course;
}

describe('readManifest: exports of authoring tools, without a single finding', () => {
  it('reads slides exported as one SCO of 1.2', () => {
    const course = read(slides, ['lms/mulai.html', 'lms/player.js']);
    expect(course.title).toBe('Gratifikasi');
    expect(course.organizations[0]?.items[0]).toMatchObject({
      masteryScore: 80,
      launch: { kind: 'sco', url: 'lms/mulai.html' },
    });
  });

  it('reads a converted presentation of 2004 with backslashes in its list of files', () => {
    const course = read(converted, ['res/index.html', 'res/data/player.js']);
    expect(course).toMatchObject({ version: '2004', edition: 2 });
    expect(course.resources[0]?.files).toEqual(['res/index.html', 'res/data/player.js']);
    expect(course.organizations[0]).toMatchObject({
      objectivesGlobalToSystem: false,
      sequencing: { controlMode: { flow: true } },
      items: [{ sequencing: { objectives: [{ id: 'PRIMARY', minNormalizedMeasure: 0.8 }] } }],
    });
  });

  it('reads a book of pages where a chapter is opened and has pages below', () => {
    const course = read(pages, ['isi/index.html', 'isi/a.css', 'isi/bab 1.html']);
    const [organization] = course.organizations;
    const launches = organization && launchableItems(organization).map(({ launch }) => launch?.url);
    expect(launches).toEqual(['isi/index.html', 'isi/bab%201.html']);
    expect(course.resources.map(({ dependencies }) => dependencies)).toEqual([['BERSAMA'], ['BERSAMA'], []]);
  });
});
