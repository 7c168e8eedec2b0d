# SPDX-License-Identifier: Apache-2.0
# Turns hid_usages.txt into two sorted tables of C++:
#
#   cmake -DINPUT=hid_usages.txt -DOUTPUT=hid_usages.inc -P hid_usages.cmake
#
# Brackets and semicolons would be lists to CMake; they go through as other characters.
file(READ ${INPUT} text)
string(REPLACE "\\" "\\\\" text "${text}")
string(REPLACE "\"" "\\\"" text "${text}")
string(REPLACE "[" "<left>" text "${text}")
string(REPLACE "]" "<right>" text "${text}")
string(REPLACE ";" "<semicolon>" text "${text}")
string(REPLACE "\n" ";" lines "${text}")

set(pages "")
set(usages "")
set(page "")
set(number 0)
foreach(line IN LISTS lines)
  math(EXPR number "${number} + 1")
  if(line STREQUAL "" OR line MATCHES "^#")
    continue()
  elseif(line MATCHES "^0x([0-9a-f]+) (.+) numbered$")
    set(page ${CMAKE_MATCH_1})
    string(APPEND pages "    {0x${page}, true, \"${CMAKE_MATCH_2}\"},\n")
  elseif(line MATCHES "^0x([0-9a-f]+) (.+)$")
    set(page ${CMAKE_MATCH_1})
    string(APPEND pages "    {0x${page}, false, \"${CMAKE_MATCH_2}\"},\n")
  elseif(line MATCHES "^  0x([0-9a-f]+) (.+)$" AND NOT page STREQUAL "")
    string(APPEND usages "    {0x${page}U << 16U | 0x${CMAKE_MATCH_1}U, \"${CMAKE_MATCH_2}\"},\n")
  else()
    message(FATAL_ERROR "${INPUT}:${number}: a page (0x01 Name) or a usage (two blanks, 0x01 Name)")
  endif()
endforeach()

set(result "// Made of hid_usages.txt; do not edit.\n")
string(APPEND result "constexpr Page kPages[] = {\n${pages}};\n")
string(APPEND result "constexpr NamedUsage kUsages[] = {\n${usages}};\n")
string(REPLACE "<left>" "[" result "${result}")
string(REPLACE "<right>" "]" result "${result}")
string(REPLACE "<semicolon>" ";" result "${result}")
file(WRITE ${OUTPUT} "${result}")
