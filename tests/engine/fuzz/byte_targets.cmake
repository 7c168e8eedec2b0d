# SPDX-License-Identifier: Apache-2.0
# Targets that take bytes, of any folder of tests.
set(engine_fuzz ${CMAKE_CURRENT_LIST_DIR})

# ddb_add_byte_fuzz_target(NAME SOURCES... LIBRARIES... MUTATIONS of each file in a test): NAME is a
# folder with NAME_target.cpp and its corpus; SOURCES are what changes inputs. As in CMakeLists.txt, every
# compiler builds NAME_replay, and with the preset `fuzz` there is NAME_fuzz.
function(ddb_add_byte_fuzz_target name)
  cmake_parse_arguments(PARSE_ARGV 1 target "" "MUTATIONS" "SOURCES;LIBRARIES")
  add_library(${name}_target OBJECT ${name}/${name}_target.cpp ${target_SOURCES})
  target_include_directories(${name}_target PUBLIC ${engine_fuzz} ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name}_target PUBLIC ${target_LIBRARIES})

  set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/${name}/corpus)
  add_executable(${name}_replay ${engine_fuzz}/replay.cpp)
  target_link_libraries(${name}_replay PRIVATE ${name}_target)
  ddb_add_test(fuzz.${name} $<TARGET_FILE:${name}_replay> --seconds 10 --mutations
               ${target_MUTATIONS} ${corpus})

  if(DDB_FUZZ)
    add_executable(${name}_fuzz ${engine_fuzz}/libfuzzer_hooks.cpp)
    target_link_libraries(${name}_fuzz PRIVATE ${name}_target)
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz_programs ${name}_fuzz)
    configure_file(${engine_fuzz}/fuzz_bytes.in ${CMAKE_CURRENT_BINARY_DIR}/${name}.sh @ONLY
                   FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ WORLD_READ)
  endif()
endfunction()
