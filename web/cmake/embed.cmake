# Files as byte arrays inside the program: parley_embed(target kEmbeddedThings header file...)
#
# Makes a source that defines `const EmbeddedFile kEmbeddedThings[]` and `const size_t kEmbeddedThingCount` as declared in
# `header`, and adds it to the target. A file is known by its name without folder and, for .json, without ending: a scenario by its id, a
# language by its code. Every array ends in a zero byte that is not counted, so text can be used in place.
# The same file is the script that writes the source (cmake -P), so that a changed file is noticed by the build.

function(parley_embed target list header)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/generated/${list}.cpp)
  string(REPLACE ";" "|" files "${ARGN}")
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${source} -DLIST=${list} -DHEADER=${header} "-DFILES=${files}"
            -P ${CMAKE_SOURCE_DIR}/web/cmake/embed.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/web/cmake/embed.cmake VERBATIM
    COMMENT "Embedding ${list}")
  target_sources(${target} PRIVATE ${source})
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE OR NOT DEFINED SOURCE)
  return()
endif()

string(REPLACE "|" ";" FILES "${FILES}")
set(arrays "")
set(rows "")
set(count 0)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "\\.json$" "" name ${name})
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  file(SIZE ${file} size)
  string(APPEND arrays "const unsigned char bytes_${count}[] = {\n${bytes}0};\n")
  string(APPEND rows "  {\"${name}\", bytes_${count}, ${size}},\n")
  math(EXPR count "${count} + 1")
endforeach()
string(REGEX REPLACE "s$" "Count" count_name ${LIST})
file(WRITE ${SOURCE}.new "// Written by web/cmake/embed.cmake.
#include \"${HEADER}\"

namespace parley {
namespace {
${arrays}}  // namespace

const EmbeddedFile ${LIST}[] = {
${rows}  {nullptr, nullptr, 0}};
const size_t ${count_name} = ${count};

}  // namespace parley
")
file(RENAME ${SOURCE}.new ${SOURCE})
