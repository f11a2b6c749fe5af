/** Namespace of every element of a course structure (cmi5 14.0). */
export const courseStructureNamespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

const foreignElements =
  '<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>';
const foreignAttributes = '<xs:anyAttribute namespace="##other" processContents="lax"/>';
const publisherId = '<xs:attribute name="id" type="xs:anyURI" use="required"/>';
const names = '<xs:element name="title" type="Wording"/><xs:element name="description" type="Wording"/>';
const objectiveUse = '<xs:element name="objectives" type="ObjectiveUse" minOccurs="0"/>';
const contents = '<xs:group ref="Contents" maxOccurs="unbounded"/>';
const choiceOf = (...values: string[]) =>
  `<xs:simpleType><xs:restriction base="xs:string">${values
    .map((value) => `<xs:enumeration value="${value}"/>`)
    .join('')}</xs:restriction></xs:simpleType>`;

/**
 * Our schema of section 13.1: which elements may stand where, which attributes they need, which values those take. It
 * accepts what the schema published with the specification accepts; what no schema can say is in the other files.
 */
export const courseStructureXsd = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${courseStructureNamespace}"
  targetNamespace="${courseStructureNamespace}" elementFormDefault="qualified">
  <xs:element name="courseStructure">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="course">
          <xs:complexType>
            <xs:sequence>${names}${foreignElements}</xs:sequence>
            ${publisherId}
            ${foreignAttributes}
          </xs:complexType>
        </xs:element>
        <xs:element name="objectives" type="ObjectiveList" minOccurs="0"/>
        ${contents}
        ${foreignElements}
      </xs:sequence>
      ${foreignAttributes}
    </xs:complexType>
  </xs:element>

  <xs:group name="Contents">
    <xs:choice>
      <xs:element name="block" type="Block"/>
      <xs:element name="au" type="AssignableUnit"/>
    </xs:choice>
  </xs:group>

  <xs:complexType name="Block">
    <xs:sequence>${names}${objectiveUse}${contents}${foreignElements}</xs:sequence>
    ${publisherId}
    ${foreignAttributes}
  </xs:complexType>

  <xs:complexType name="AssignableUnit">
    <xs:sequence>
      ${names}${objectiveUse}
      <xs:element name="url">
        <xs:simpleType><xs:restriction base="xs:anyURI"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="launchParameters" minOccurs="0"/>
      <xs:element name="entitlementKey" minOccurs="0"/>
      ${foreignElements}
    </xs:sequence>
    ${publisherId}
    <xs:attribute name="moveOn" default="NotApplicable">
      ${choiceOf('NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed')}
    </xs:attribute>
    <xs:attribute name="launchMethod" default="AnyWindow">${choiceOf('AnyWindow', 'OwnWindow')}</xs:attribute>
    <xs:attribute name="masteryScore">
      <xs:simpleType>
        <xs:restriction base="xs:decimal"><xs:minInclusive value="0"/><xs:maxInclusive value="1"/></xs:restriction>
      </xs:simpleType>
    </xs:attribute>
    <xs:attribute name="activityType" type="xs:string"/>
    ${foreignAttributes}
  </xs:complexType>

  <xs:complexType name="ObjectiveList">
    <xs:sequence>
      <xs:element name="objective" maxOccurs="unbounded">
        <xs:complexType>
          <xs:all>${names}</xs:all>
          ${publisherId}
        </xs:complexType>
      </xs:element>
      ${foreignElements}
    </xs:sequence>
    ${foreignAttributes}
  </xs:complexType>

  <xs:complexType name="ObjectiveUse">
    <xs:sequence>
      <xs:element name="objective" maxOccurs="unbounded">
        <xs:complexType><xs:attribute name="idref" type="xs:anyURI"/></xs:complexType>
      </xs:element>
      ${foreignElements}
    </xs:sequence>
    ${foreignAttributes}
  </xs:complexType>

  <xs:complexType name="Wording">
    <xs:sequence>
      <xs:element name="langstring" maxOccurs="unbounded">
        <xs:complexType>
          <xs:simpleContent>
            <xs:extension base="xs:string">
              <xs:attribute name="lang" type="xs:language"/>
              ${foreignAttributes}
            </xs:extension>
          </xs:simpleContent>
        </xs:complexType>
      </xs:element>
      ${foreignElements}
    </xs:sequence>
    ${foreignAttributes}
  </xs:complexType>
</xs:schema>
`;
