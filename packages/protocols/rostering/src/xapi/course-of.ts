const longestCourse = 255;

/**
 * The course that an activity is, by the address it has there: Moodle `https://host/course/view.php?id=4` → `4`, Open edX
 * `https://host/course/course-v1:UNIV+ADM310+2026` → `course-v1:UNIV+ADM310+2026`. Undefined for what is no course as a whole,
 * such as one quiz of it.
 */
export function courseOf(activityId: string): string | undefined {
  const url = webAddress(activityId);
  if (!url) return undefined;
  const course = moodleCourse(url) ?? openEdxCourse(url);
  return course !== undefined && course.length <= longestCourse ? course : undefined;
}

function webAddress(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    // An activity may have any name.
    return undefined;
  }
}

function moodleCourse({ pathname, searchParams }: URL): string | undefined {
  if (!pathname.endsWith('/course/view.php')) return undefined;
  const id = searchParams.get('id') ?? '';
  // The number by which its web services call a course too.
  return /^[1-9]\d{0,18}$/.test(id) ? id : undefined;
}

/** Keys of today (`course-v1:org+course+run`) and those of old installations (`org/course/run`). */
const openEdxPath = /\/courses?\/(course-v1:[\w.~+:-]+|[\w.~-]+\/[\w.~-]+\/[\w.~-]+)\/?$/;

function openEdxCourse({ pathname }: URL): string | undefined {
  return openEdxPath.exec(decoded(pathname))?.[1];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // No text behind the percent signs: then it is no key either.
    return '';
  }
}
