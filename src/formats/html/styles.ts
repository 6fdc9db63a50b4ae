/** Looks of the page: calm, in light and dark, narrow and wide, on screen and on paper. In this order, as later rules win. */

import attention from "./styles/attention.css?raw";
import base from "./styles/base.css?raw";
import colours from "./styles/colours.css?raw";
import details from "./styles/details.css?raw";
import media from "./styles/media.css?raw";
import overview from "./styles/overview.css?raw";
import sections from "./styles/sections.css?raw";
import students from "./styles/students.css?raw";
import tables from "./styles/tables.css?raw";

export const styles = [colours, base, overview, sections, tables, attention, students, details, media].join("\n");
