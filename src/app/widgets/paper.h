// Paper: a longer text in simple Markdown (headings, lists, paragraphs, code, tables), set for reading in lines of about 70
// characters.  A table has columns where they fit; else each row becomes a definition: its first cell, and the others with their heads.
#pragma once
#include <string>
#include <vector>

#include "app/widgets/paint.h"

namespace parley {

// Returns the height; draws only when told to.
float paper(Paint& p, float x, float y, float width, std::string_view markdown, bool draw);

// How a table was laid out, kept for the next frame (Memory::tables).
struct TableShape {
    std::vector<float> widths;    // [columns]; empty: they do not fit
    std::vector<bool> right;      // [columns] of numbers
    std::vector<float> heights;   // [rows]
};

// The text in order, parted into what stands between tables and the tables, as the mirror reads them.
struct PaperPart {
    bool table = false;
    std::string name;         // of a table: the heading above it; "" if there is none
    std::string words;        // Markdown, or lines of cells set apart by tabs
};
std::vector<PaperPart> paper_parts(std::string_view markdown);

}  // namespace parley
